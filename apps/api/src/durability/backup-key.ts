import { readFileSync, writeFileSync } from 'node:fs';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** Makes a key pair for backups: the identity goes to a file only its owner reads, the recipient is no secret. */
export const createBackupKey = async (file: string): Promise<string> => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const lines = [`# created: ${new Date().toISOString()}`, `# public key: ${recipient}`, identity, ''];
  writeFileSync(file, lines.join('\n'), { mode: 0o600, flag: 'wx' });
  return recipient;
};

/** Reads an identity file as age writes it: comments, and a line with the secret key. */
export const readIdentity = (file: string): string | undefined =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith('AGE-SECRET-KEY-'));

/** Says whether backups can be encrypted to a recipient. */
export const isRecipient = (text: string): boolean => {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
};
