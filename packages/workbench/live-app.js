import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';

/**
 * The workbench made from its sources as a browser asks for them, and made anew in the page when they
 * change. The server of the case gives it, as it gives the one that was built; but for the policy of the
 * page, which is changed by scripts within it.
 *
 * @returns {import('./server/index.js').App}
 */
export function liveApp() {
  return {
    async addTo(server, filled) {
      const vite = await createServer({
        configFile: path.join(import.meta.dirname, 'vite.config.ts'),
        appType: 'custom',
        logLevel: 'warn',
        server: { middlewareMode: true, hmr: { server: server.server } },
      });
      server.addHook('preClose', () => vite.close());
      server.get('/', async (_request, reply) => {
        const page = readFileSync(path.join(import.meta.dirname, 'index.html'), 'utf8');
        return reply
          .removeHeader('Content-Security-Policy')
          .type('text/html; charset=utf-8')
          .send(await vite.transformIndexHtml('/', filled(page, '')));
      });
      server.get('/*', (request, reply) => {
        reply.hijack();
        for (const [name, value] of Object.entries(reply.getHeaders()))
          reply.raw.setHeader(name, value);
        vite.middlewares(request.raw, reply.raw, () => reply.raw.writeHead(404).end());
      });
    },
  };
}
