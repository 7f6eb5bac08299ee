/** Writes a typed code as it is read aloud: ABCD EFGH. */
export const codeInGroups = (code: string): string =>
  code
    .replace(/[^0-9A-Z]/gu, '')
    .match(/.{1,4}/gu)
    ?.join(' ') ?? code;

/** Writes what a person types instead of scanning: the shortest address of the page that asks for the code. */
export const typedAddress = (link: string): string => `${new URL(link).origin}/join`;
