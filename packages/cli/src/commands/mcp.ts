import { codeOf, kindOf } from '@standoff/case';
import { serveHttp, serveStdio, type RunningHttp } from '@standoff/mcp';
import { newSecret } from '@standoff/workbench/server';
import { deskOf } from '../desk.js';
import { EXIT, usage } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { print } from '../terminal.js';
import { standoffVersion } from '../version.js';

/** `standoff mcp`: serves tools for assistants until it is told to stop, or the client goes. */
export async function serveTools(
  io: Io,
  folder: string | undefined,
  { write = false, port }: { readonly write?: boolean; readonly port?: number },
): Promise<number> {
  const at = folder ?? '.';
  if (kindOf(placeOf(io, at), at) === null)
    throw usage('not-found', `there is no folder ${at}`, 'name the folder that the cases are in');
  const desk = deskOf(io, at, write);
  if (port === undefined) {
    const server = await serveStdio(desk, standoffVersion(), {
      input: io.stdin,
      write: (text) => void io.stdout.write(text),
    });
    await Promise.race([server.ended, io.stopped()]);
    await server.close();
    return EXIT.fine;
  }
  const token = io.env['STANDOFF_TOKEN'] ?? newSecret();
  let server: RunningHttp;
  try {
    server = await serveHttp(desk, standoffVersion(), { port, token });
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw usage(
      'port',
      `port ${port} ${code === 'EACCES' ? 'may not be used' : 'is in use'}`,
      'name another one',
    );
  }
  print(io, `Tools for assistants on this machine, at ${server.address}`);
  print(io, `Authorization: Bearer ${token}`);
  print(io, 'Ctrl-C ends it.');
  await io.stopped();
  await server.close();
  return EXIT.fine;
}
