import { canonicalJson, type Json } from '@lianxin/domain';

/** Is what the register remembers of the row a record came from: which row it was, and what it said. */
export interface ImportKey {
  readonly identity: string;
  readonly fingerprint: string;
}

const identityLength = 32;
const fingerprintLength = 16;

/** Writes the key for the server-only field `importKey`; hashed, because rows hold names and numbers. */
export const importKeyOf = (hash: (text: string) => string, identity: string, content: Json): ImportKey => ({
  identity: hash(`import-identity/${identity}`).slice(0, identityLength),
  fingerprint: hash(`import-content/${canonicalJson(content)}`).slice(0, fingerprintLength),
});

/** Writes a key as one text. */
export const importKeyText = (key: ImportKey): string => `${key.identity}.${key.fingerprint}`;

/** Reads a key back; undefined for a record that no import made. */
export const parseImportKey = (text: string | null): ImportKey | undefined => {
  const dot = text?.lastIndexOf('.') ?? -1;
  return text === null || dot === -1 ? undefined : { identity: text.slice(0, dot), fingerprint: text.slice(dot + 1) };
};
