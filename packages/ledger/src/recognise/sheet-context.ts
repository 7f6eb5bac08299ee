/** Is what a sheet's name or title says about every row of it. */
export interface SheetContext {
  readonly grid?: string;
  readonly building?: string;
  readonly entrance?: string;
  readonly villageGroup?: string;
}

const patterns: Readonly<Record<keyof SheetContext, RegExp>> = {
  grid: /第?[一二三四五六七八九十\d]+\s*网格|网格[一二三四五六七八九十\d]+/u,
  building: /[A-Za-z]?\d+\s*(?:号楼|栋|幢|#楼|＃楼|号院)|[一二三四五六七八九十]+(?:号楼|栋|幢)/u,
  entrance: /[一二三四五六七八九十\d]+\s*单元/u,
  villageGroup: /第?[一二三四五六七八九十\d]+\s*(?:村民)?(?:小组|组|队)/u,
};

/** Reads building, entrance, grid or village group out of a sheet's name and, failing that, out of its title lines. */
export const sheetContextOf = (sheetName: string, titleLines: readonly string[]): SheetContext => {
  const context: { -readonly [K in keyof SheetContext]: string } = {};
  for (const key of ['grid', 'building', 'entrance', 'villageGroup'] as const) {
    const found = [sheetName, ...titleLines]
      .map((text) => patterns[key].exec(text.normalize('NFKC'))?.[0])
      .find((text) => text !== undefined);
    if (found !== undefined) context[key] = found.replace(/\s+/gu, '');
  }
  return context;
};
