/** Is one entry of a zip archive as the central directory places it; the declared inflated size is left out because it lies. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly compressed: Uint8Array;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const isEncryptedFlag = 1;

/** Lists the entries of an archive; undefined when the directory does not add up (zip64, several disks, overlapping entries, encryption or an unknown method included). */
export const zipEntriesOf = (bytes: Uint8Array): readonly ZipEntry[] | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOffsetOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) return undefined;
    const entry = entryAt(bytes, view, at);
    if (entry === undefined) return undefined;
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // Entries that share bytes would multiply a small file; honest entries never add up to more than the file.
  const total = entries.reduce((sum, entry) => sum + entry.compressed.length, 0);
  return total > bytes.length ? undefined : entries;
};

const endOffsetOf = (view: DataView): number | undefined => {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
};

const entryAt = (bytes: Uint8Array, view: DataView, at: number): ZipEntry | undefined => {
  const method = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if ((view.getUint16(at + 8, true) & isEncryptedFlag) !== 0 || (method !== 0 && method !== 8)) return undefined;
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localSignature) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > bytes.length) return undefined;
  const nameStart = at + 46;
  const nameBytes = bytes.subarray(nameStart, nameStart + view.getUint16(at + 28, true));
  // Parts of a workbook have ASCII names; anything else only needs to be told apart.
  const name = String.fromCharCode(...nameBytes)
    .replaceAll('\\', '/')
    .replace(/^\//, '');
  return { name, isDeflated: method === 8, compressed: bytes.subarray(start, start + size) };
};
