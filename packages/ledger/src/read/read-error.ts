/** Is why a file is not read as a ledger. */
export type ReadError =
  | { readonly type: 'FileEmpty' }
  | { readonly type: 'FileTooLarge'; readonly maxBytes: number }
  | { readonly type: 'UnsupportedFormat'; readonly format: string }
  | { readonly type: 'FileEncrypted' }
  | {
      readonly type: 'ArchiveTooLarge';
      readonly cap: 'entries' | 'inflatedBytes' | 'ratio' | 'cells' | 'sharedStrings';
    }
  | { readonly type: 'TooManyRows'; readonly maxRows: number }
  | { readonly type: 'ForbiddenMarkup' }
  | { readonly type: 'FileDamaged' };

const messages: Readonly<Record<ReadError['type'], string>> = {
  FileEmpty: '文件是空的',
  FileTooLarge: '文件太大(超过 5 MB),请按楼栋或网格拆成几个文件',
  UnsupportedFormat: '这种格式读不了,请另存为 xlsx',
  FileEncrypted: '文件有密码,请去掉密码后另存为 xlsx',
  ArchiveTooLarge: '文件展开后太大,不安全,没有读取',
  TooManyRows: '行数太多(超过 5 万行),请按楼栋或网格拆成几个文件',
  ForbiddenMarkup: '文件里有不安全的内容,没有读取',
  FileDamaged: '文件打不开,可能坏了,请在表格软件里打开后另存为 xlsx',
};

/** Says in Chinese what is wrong with the file and what to do. */
export const readErrorMessage = (error: ReadError): string => messages[error.type];
