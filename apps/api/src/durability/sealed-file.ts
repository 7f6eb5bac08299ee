import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import { fromWeb, toWeb } from '../http/web-stream.ts';
import { syncFile } from './durable-files.ts';

/** Is what was written: how much, and its SHA-256 in hex, as `sha256sum` prints it. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

type OnBytes = (bytes: number) => void;

/** Hashes a file as it lies on the disk. */
export const hashFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
};

/** Writes a copy of a file, encrypted with age when there are recipients, and keeps it through a power loss. */
export const writeSealed = async (
  source: string,
  target: string,
  options: { readonly recipients: readonly string[]; readonly onBytes?: OnBytes },
): Promise<WrittenFile> => {
  const plain = readCounted(source, options.onBytes);
  return write(options.recipients.length === 0 ? plain : await seal(plain, options.recipients), target);
};

/** Writes the plain text of a file that age encrypted. It throws when the identity is another or a byte was changed. */
export const writeOpened = async (
  source: string,
  target: string,
  options: { readonly identity: string; readonly onBytes?: OnBytes },
): Promise<WrittenFile> => write(await open(source, options), target);

/** Hashes the plain text of a file that age encrypted, without writing it anywhere. */
export const hashOpened = async (
  source: string,
  options: { readonly identity: string; readonly onBytes?: OnBytes },
): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of await open(source, options)) hash.update(chunk);
  return hash.digest('hex');
};

const seal = async (plain: Readable, recipients: readonly string[]): Promise<Readable> => {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return fromWeb(await encrypter.encrypt(toWeb(plain)));
};

const open = async (
  source: string,
  { identity, onBytes }: { readonly identity: string; readonly onBytes?: OnBytes },
): Promise<Readable> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return fromWeb(await decrypter.decrypt(toWeb(readCounted(source, onBytes))));
};

const write = async (from: Readable, target: string): Promise<WrittenFile> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform: (chunk: Buffer, _, done) => {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(from, measure, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  syncFile(target);
  return { bytes, sha256: hash.digest('hex') };
};

const readCounted = (file: string, onBytes: OnBytes = () => undefined): Readable =>
  Readable.from(countChunks(file, onBytes), { objectMode: false });

async function* countChunks(file: string, onBytes: OnBytes): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file)) {
    onBytes(chunk.length);
    yield chunk;
  }
}
