import { hash, verify } from '@node-rs/argon2';

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password with Argon2id at the parameters OWASP names as the floor. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), options);

/** Compares a password. Without an account it works just as long on a dummy, so that the time tells nothing. */
export const verifyPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const isRight = await verify(passwordHash ?? (await dummyHash()), password.normalize('NFKC'), options);
  return passwordHash !== null && isRight;
};

let dummy: Promise<string> | undefined;

const dummyHash = (): Promise<string> => {
  dummy ??= hashPassword('nobody has this password');
  return dummy;
};

/** Says whether a password is too easy to guess: too short, one character repeated, a run, or the login name itself. */
export const isWeakPassword = (password: string, loginName: string): boolean => {
  const folded = password.normalize('NFKC').toLowerCase();
  if ([...folded].length < 8 || new Set(folded).size < 3) return true;
  const name = loginName.normalize('NFKC').toLowerCase();
  return common.has(folded) || folded === name || isRun(folded);
};

/** The passwords that are tried first; the rest of such lists falls to length, repetition and runs. */
const common: ReadonlySet<string> = new Set([
  'password',
  'passw0rd',
  'iloveyou',
  'qwertyui',
  'qwerty123',
  'abc12345',
  'a1234567',
  '1qaz2wsx',
  'admin123',
  'woaini1314',
  '5201314520',
]);

const isRun = (text: string): boolean => {
  const steps = [...text].slice(1).map((letter, at) => letter.charCodeAt(0) - text.charCodeAt(at));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
};
