import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { UnderContract } from './sync-peer.ts';

/** Describes where a store stops reading a push, and that nothing of what it did not read has an effect. */
export const describeStops = ({ peer, visit }: UnderContract): void => {
  it('stops at a number that was used for something else, as a cloned phone does', async () => {
    const author = await peer('worker_0000000000000001');
    const [first, second] = [visit(author), visit(author)];
    await author.push([first, second]);
    const forged = { ...visit(author), n: second.n };
    expect(await author.push([forged])).toMatchObject({ stop: 'fork', outcomes: [] });
    const next = visit(author);
    expect(await author.push([{ ...next, n: 3 }])).toMatchObject({ stop: null, outcomes: [{ outcome: 'applied' }] });
  });

  it('stops at a skipped number, after what stands before it', async () => {
    const author = await peer('worker_0000000000000001');
    const [first, , third] = [visit(author), visit(author), visit(author)];
    const answer = await author.push([first, third]);
    expect(answer).toMatchObject({ stop: 'gap', outcomes: [{ id: first.id, outcome: 'applied' }] });
    expect((await author.push([third])).outcomes).toEqual([]);
  });

  it('knows an operation by its id, whatever number it comes with', async () => {
    const author = await peer('worker_0000000000000001');
    const mutation = visit(author);
    const [first] = (await author.push([mutation])).outcomes;
    const renumbered = await author.push([{ ...mutation, n: 1 }], { replicaId: randomUUID() });
    expect(renumbered).toMatchObject({ stop: null, outcomes: [{ id: mutation.id, rev: first?.rev }] });
  });

  it('stops at another epoch', async () => {
    const author = await peer('worker_0000000000000001');
    expect(await author.push([visit(author)], { epoch: randomUUID() })).toMatchObject({ stop: 'epoch', outcomes: [] });
  });

  it('stops at a replica of somebody else', async () => {
    const [owner, thief] = [await peer('worker_0000000000000001'), await peer('worker_0000000000000002')];
    await owner.push([visit(owner)]);
    const answer = await thief.push([{ ...visit(thief), n: 2 }], { replicaId: owner.replicaId });
    expect(answer).toMatchObject({ stop: 'wipe', outcomes: [] });
  });

  it('says that it is behind when somebody knows more than it does', async () => {
    const reader = await peer('worker_0000000000000001');
    const page = await reader.pullPage();
    const ahead = Object.fromEntries(page.buckets.map(({ bucket }) => [bucket, page.top + 1]));
    expect(await reader.ask(ahead)).toBe('behind');
  });
};
