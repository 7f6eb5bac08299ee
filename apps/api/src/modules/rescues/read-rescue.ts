import { createHash } from 'node:crypto';
import { err, ok, type Result } from '@lianxin/domain';
import {
  depositFileSchema,
  maxRescueBytes,
  type RescueContent,
  rescueContentSchema,
  rescueEnvelopeSchema,
} from '@lianxin/protocol';
import type { Keyring } from '../../crypto/keyring.ts';
import type { SealingKey } from '../../crypto/sealing-key.ts';
import { problem } from '../../http/problem.ts';
import { parseJson, readBytes } from '../../http/read-body.ts';
import { openDepositFile } from './open-deposit-file.ts';

/** Is a rescue file that was opened and proven to come from a session of its author. */
export interface OpenedRescue {
  readonly content: RescueContent;
  /** SHA-256 of the file, in hex: the same file is the same line of numbers, however often it is handed in. */
  readonly fileHash: string;
  /** Whether it is to be applied, or only looked at. */
  readonly isConfirmed: boolean;
}

interface RescueKeys {
  readonly sealingKey: SealingKey;
  readonly keyring: Keyring;
}

/** Room for the parts around the file. */
const overheadBytes = 16 * 1024;

/** Reads a multipart upload and opens the rescue file in it. Nothing of the file's content ever enters an error. */
export const readRescue = async (request: Request, keys: RescueKeys): Promise<Result<OpenedRescue, Response>> => {
  const form = await readForm(request);
  if (!form.ok) return form;
  const file = form.value.get('file');
  if (!(file instanceof File)) return err(problem('malformed', { detail: 'file' }));
  const bytes = Buffer.from(await file.arrayBuffer());
  const content = await openContent(bytes, keys);
  if (!content.ok) return content;
  if (keys.keyring.readRescueTicket(content.value.rescueTicket, content.value.accountId) === undefined)
    return err(problem('rescueForged'));
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  return ok({ content: content.value, fileHash, isConfirmed: form.value.get('confirm') === 'yes' });
};

const readForm = async (request: Request): Promise<Result<FormData, Response>> => {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data/i.test(type)) return err(problem('malformed', { detail: 'content-type' }));
  const bytes = await readBytes(request, maxRescueBytes + overheadBytes);
  if (!bytes.ok) return bytes;
  try {
    return ok(await new Response(new Uint8Array(bytes.value), { headers: { 'content-type': type } }).formData());
  } catch {
    return err(problem('malformed', { detail: 'body' }));
  }
};

/** A file of another server, a damaged one and something else altogether are told apart only by the detail. */
const openContent = async (bytes: Buffer, keys: RescueKeys): Promise<Result<RescueContent, Response>> => {
  const unreadable = (detail: string) => err(problem('rescueUnreadable', { detail }));
  const json = parseJson(bytes);
  const deposits = depositFileSchema.safeParse(json.ok ? json.value : undefined);
  if (deposits.success) {
    const content = await openDepositFile(deposits.data, keys);
    if (content.ok) return content;
    return content.error === 'forged' ? err(problem('rescueForged')) : unreadable(content.error);
  }
  const envelope = rescueEnvelopeSchema.safeParse(json.ok ? json.value : undefined);
  if (!envelope.success) return unreadable('notARescueFile');
  const opened = keys.sealingKey.open(envelope.data);
  if (!opened.ok) return unreadable(opened.error);
  const inner = parseJson(opened.value);
  const content = rescueContentSchema.safeParse(inner.ok ? inner.value : undefined);
  return content.success && isNumbered(content.data) ? ok(content.data) : unreadable('damaged');
};

/** Numbers that start at 1 without a gap: what a new line of numbers must look like. */
const isNumbered = ({ lines }: RescueContent): boolean =>
  lines.every(({ mutations }) => mutations.every((mutation, index) => mutation.n === index + 1));
