import PostalMime from 'postal-mime';
import { ReadError, type TextMetadata } from '../source-text.js';
import type { Block, Draft } from './block.js';
import { readHtml } from './html.js';
import { readPlainText } from './plain-text.js';

/** A mail, or a page that a browser saved as one (MHTML): its text, without what is attached. */
export async function readMail(bytes: Uint8Array): Promise<Draft> {
  const mail = await parse(bytes);
  const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
  const address =
    headers.get('snapshot-content-location') ?? headers.get('content-location') ?? null;
  // The date of a page that was saved is the day on which it was saved.
  const isPage = address !== null || /^<?saved by/iu.test(headers.get('from') ?? '');
  const html = mail.html ?? '';
  const draft: Draft = html !== '' ? readHtml(html) : readPlainText(bodyOf(mail.text ?? ''));
  const attached = mail.attachments.filter(
    ({ disposition, mimeType }) =>
      disposition === 'attachment' ||
      !/^(?:image|text\/css|font|application\/(?:font|javascript))/u.test(mimeType),
  );
  const warnings = isPage
    ? []
    : attached.map(
        ({ filename }) => `What is attached (${filename ?? 'without a name'}) is not read.`,
      );
  const from = mail.from;
  const metadata: Partial<TextMetadata> = isPage
    ? { ...draft.metadata, url: draft.metadata.url ?? address }
    : {
        ...draft.metadata,
        title: mail.subject ?? null,
        author: from?.name || from?.address || null,
        published: mail.date ?? null,
      };
  const title: Block[] = !isPage && mail.subject ? [{ text: mail.subject, kind: 'title' }] : [];
  const blocks =
    title.length > 0 ? draft.blocks.filter(({ kind }) => kind !== 'title') : draft.blocks;
  return { blocks: [...title, ...blocks], metadata, warnings: [...draft.warnings, ...warnings] };
}

async function parse(bytes: Uint8Array): ReturnType<typeof PostalMime.parse> {
  try {
    return await PostalMime.parse(bytes);
  } catch {
    throw new ReadError(
      'broken',
      'The mail is broken: its parts cannot be told from each other.',
      'Save it again, or save its text as plain text.',
    );
  }
}

/** Without the marks of quoted lines and what stands below the signature's line. */
function bodyOf(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .split(/\n-- \n/u)[0]
    .replace(/^(?:>\s?){1,20}/gmu, '');
}
