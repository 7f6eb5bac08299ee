import { err, ok, type Result } from '@lianxin/domain';
import { type RememberedMapping, readLimits } from '@lianxin/ledger';
import { importMappingSchema } from '@lianxin/protocol';
import * as z from 'zod/mini';
import { problem } from '../../http/problem.ts';
import { parseJson, readBytes } from '../../http/read-body.ts';

/** Is what a multipart upload holds. */
export interface Upload {
  readonly file: Uint8Array;
  readonly fileName: string;
  readonly community: string;
  readonly mapping: readonly RememberedMapping[] | undefined;
  readonly gridByBuilding: Readonly<Record<string, string>> | undefined;
}

/** Room for the parts around the file. */
const overheadBytes = 256 * 1024;

/** Reads an upload. The size is counted as the bytes come; the file's name is kept as text and never used as a path. */
export const readUpload = async (request: Request): Promise<Result<Upload, Response>> => {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data/i.test(type)) return err(problem('malformed', { detail: 'content-type' }));
  const bytes = await readBytes(request, readLimits.fileBytes + overheadBytes);
  if (!bytes.ok) return bytes;
  const form = await parseForm(bytes.value, type);
  const file = form?.get('file');
  const community = form?.get('community');
  if (!(file instanceof File) || typeof community !== 'string') return err(problem('malformed', { detail: 'file' }));
  const mapping = parsePart(form?.get('mapping'), importMappingSchema);
  const gridByBuilding = parsePart(form?.get('gridByBuilding'), z.record(z.string(), z.string()));
  if (!mapping.ok) return mapping;
  if (!gridByBuilding.ok) return gridByBuilding;
  const fileName = file.name.replace(/[\p{Cc}/\\]/gu, ' ').slice(0, 200);
  return ok({
    file: new Uint8Array(await file.arrayBuffer()),
    fileName,
    community,
    mapping: mapping.value,
    gridByBuilding: gridByBuilding.value,
  });
};

const parseForm = async (bytes: Buffer, type: string): Promise<FormData | undefined> => {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
};

const parsePart = <T>(
  part: ReturnType<FormData['get']> | undefined,
  schema: z.ZodMiniType<T>,
): Result<T | undefined, Response> => {
  if (typeof part !== 'string' || part === '') return ok(undefined);
  const json = parseJson(Buffer.from(part));
  const parsed = json.ok ? schema.safeParse(json.value) : undefined;
  return parsed?.success ? ok(parsed.data) : err(problem('malformed', { detail: 'part' }));
};
