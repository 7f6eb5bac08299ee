import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isJson, isSameJson, type Json, maxJsonDepth } from './json.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const json = fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value)));

describe('equality of JSON', () => {
  it.each<readonly [Json, Json, boolean]>([
    ['a', 'a', true],
    [1, '1', false],
    [0, false, false],
    [null, null, true],
    [null, '', false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [{ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: null }, false],
    [[], {}, false],
    ['𠮷', '𠮷', true],
    ['\u00e9', 'e\u0301', false],
  ])('of %j and %j is %s', (a, b, same) => {
    expect(isSameJson(a, b)).toBe(same);
    expect(isSameJson(b, a)).toBe(same);
  });

  it('tells a missing value from null', () => {
    expect(isSameJson(undefined, null)).toBe(false);
    expect(isSameJson(undefined, undefined)).toBe(true);
  });

  it('holds for a value and its copy over the wire', () => {
    fc.assert(fc.property(json, (value) => isSameJson(value, JSON.parse(JSON.stringify(value)))));
  });

  it('holds exactly where the canonical texts are equal', () => {
    fc.assert(fc.property(json, json, (a, b) => isSameJson(a, b) === (canonicalJson(a) === canonicalJson(b))));
  });
});

describe('canonical JSON', () => {
  it('sorts keys at every depth and reads back as the same value', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: '王"' })).toBe('{"a":"王\\"","b":[{"c":2,"d":1}]}');
    fc.assert(fc.property(json, (value) => isSameJson(JSON.parse(canonicalJson(value)), value)));
  });
});

describe('telling JSON from other values', () => {
  it.each([null, '', 0, -1.5, true, [], {}, [{ a: [null] }]])('takes %j', (value) => {
    expect(isJson(value)).toBe(true);
  });

  it.each([
    [undefined],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [new Date(0)],
    [new Map()],
    [() => 1],
    [Symbol('x')],
    [1n],
    [[undefined]],
    [{ a: new Date(0) }],
  ])('refuses %s', (value) => {
    expect(isJson(value)).toBe(false);
  });

  it('ends at a depth that no record needs, also for a value that contains itself', () => {
    expect(isJson(nested(maxJsonDepth))).toBe(true);
    expect(isJson(nested(maxJsonDepth + 1))).toBe(false);
    expect(isJson(nested(200_000))).toBe(false);
    const loop: unknown[] = [];
    loop.push(loop);
    expect(isJson(loop)).toBe(false);
  });
});
