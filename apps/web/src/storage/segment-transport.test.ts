import { createHash } from 'node:crypto';
import { toSegment } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { NetworkFailure, type Send } from './patient-reading.ts';
import { fetchSegments } from './segment-transport.ts';

const communityId = 'community_0000000001';
const patience = { silenceMs: 1_000, slowestUpload: 2_048 };
const rows = [{ table: 'visit', id: 'visit_000000000001', rev: 3, op: 'put', fields: { outcome: 'met' } }] as const;
const text = JSON.stringify(toSegment('grid:grid_00000000000001', 'visit', rows));
const hash = createHash('sha256').update(text).digest('hex');
const [gone, damaged] = ['a'.repeat(64), 'b'.repeat(64)];

const fetchThem = (answers: Readonly<Record<string, () => Response>>, hashes = Object.keys(answers)) => {
  const asked: { readonly path: string; readonly init: RequestInit }[] = [];
  const send: Send = async (path, init) => {
    asked.push({ path, init });
    const found = Object.entries(answers).find(([name]) => path.includes(name));
    if (found === undefined) throw new TypeError('offline');
    return found[1]();
  };
  return { asked, answer: fetchSegments({ communityId, hashes }, { send, patience }) };
};

describe('fetching segments', () => {
  it('names each by the bytes that came and leaves out those that the server gave up', async () => {
    const { asked, answer } = fetchThem({
      [hash]: () => new Response(text),
      [gone]: () => new Response('{}', { status: 404 }),
      [damaged]: () => new Response(text.replace('met', 'not')),
    });
    const got = await answer;
    expect('found' in got && got.found.map((one) => one.hash === hash)).toEqual([true, false]);
    expect('found' in got && got.found.some((one) => one.hash === damaged)).toBe(false);
    expect(asked[0]?.path).toBe(`/api/v1/sync/segments/${hash}?community=${communityId}`);
    expect(asked.every(({ init }) => init.cache === 'no-store')).toBe(true);
  });

  it('leaves out what is no segment', async () => {
    const { answer } = fetchThem({ [hash]: () => new Response('<html>'), [gone]: () => new Response('{"version":2}') });
    expect(await answer).toEqual({ found: [] });
  });

  it('hears one refusal as the answer to all', async () => {
    const { answer } = fetchThem({
      [hash]: () => new Response(text),
      [gone]: () => new Response('{}', { status: 503, headers: { 'retry-after': '2' } }),
    });
    expect(await answer).toEqual({ type: 'refusal', reason: 'busy', retryAfterMs: 2_000 });
  });

  it('throws when the network is lost', async () => {
    await expect(fetchThem({}, [hash]).answer).rejects.toBeInstanceOf(NetworkFailure);
  });
});
