import { describe, expect, it } from 'vitest';
import { isReadableFile } from './readable-file.ts';

describe('a file to import', () => {
  it.each(['居民.xlsx', '老台账.XLS', '名单.csv'])('%s is read', (name) => expect(isReadableFile(name)).toBe(true));

  it.each(['居民.et', '居民.ods', '居民.xlsm', 'xlsx', '表.xlsx.zip'])('%s is to be saved as xlsx first', (name) =>
    expect(isReadableFile(name)).toBe(false),
  );
});
