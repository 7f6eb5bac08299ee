/** Is what the first bytes of a file say it is; the name of the file says nothing. */
export type FileKind = 'zip' | 'compoundFile' | 'text' | 'other';

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

const compoundFileMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Markup and other text formats that carry tables or documents but are no CSV. */
const textMagics = ['<', '{\\rtf', '%PDF', '{', 'ID;P'];

/** Says whether bytes are a table in text form under a name that does not say so: a workbook that is none. */
export const isMisnamedText = (bytes: Uint8Array, fileName: string): boolean =>
  fileKindOf(bytes) === 'text' && !/\.(csv|tsv|txt)$/i.test(fileName.trim()) && bytes.some((byte) => byte > 0x20);

/** Tells the kind of a file by its bytes. UTF-16 text counts as `other`: spreadsheets write it as "Unicode text", not as CSV. */
export const fileKindOf = (bytes: Uint8Array): FileKind => {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (startsWith(bytes, compoundFileMagic)) return 'compoundFile';
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || bytes.includes(0)) return 'other';
  const start = String.fromCharCode(...bytes.subarray(0, 64))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  return textMagics.some((magic) => start.startsWith(magic)) ? 'other' : 'text';
};
