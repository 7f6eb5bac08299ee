/** Writes a typed code as it is read aloud: ABCD EFGH. */
export const codeInGroups = (code: string): string =>
  code
    .replace(/[^0-9A-Z]/gu, '')
    .match(/.{1,4}/gu)
    ?.join(' ') ?? code;

/** Leaves of an invitation's link what a person types: the page, without the long secret after `#`. */
export const typedAddress = (link: string): string => link.split('#')[0] ?? link;
