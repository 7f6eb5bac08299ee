/** Folds a login name for comparing: people type names in any case and width, with stray spaces. */
export const foldLoginName = (loginName: string): string =>
  loginName.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
