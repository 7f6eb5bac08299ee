import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@lianxin/domain';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  depositsAnswerSchema,
  handInDepositsSchema,
  type MutationName,
  mutationArguments,
  mutationNames,
  mutationSchema,
  protocolVersion,
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
  schemaVersion,
} from './index.ts';

/**
 * The hashes of the wire schemas of protocol version 1. A phone that was installed months ago speaks exactly these.
 */
const released: Readonly<Record<string, string>> = {
  pushRequest: '2f9c7e358d33bc52',
  pushAnswer: 'dd358cbe8cbdd342',
  pullRequest: '9848078194121aad',
  pullAnswer: '47007d192d8c4125',
  mutation: '82e2afea0bf19d41',
  'visit.log 1': '0301f246e7bed248',
  'dwelling.add 1': '0bd8901ddd2384d3',
  'household.add 1': '1cde79bfcf260ca9',
  'household.move 1': '53cbe17d23d18ffc',
  'household.end 1': 'f8e8127bcfb6f75d',
  'member.add 1': '7ce41d4618024291',
  'membership.end 1': 'ab869d01492b522b',
  'record.edit 1': '1867023a811dc876',
  'tag.add 1': '070a59f49d329f05',
  'tag.end 1': '1923260d46a984e1',
  'need.raise 1': 'fac975d5d518d2f5',
  'need.advance 1': '162d049fda3cad18',
  'wish.publish 1': 'de26a28a8ae31f2e',
  'wish.claim 1': '4532a10e825018b7',
  'wish.release 1': '4532a10e825018b7',
  'wish.finish 1': '3229ac066fde3838',
  'wish.withdraw 1': '4532a10e825018b7',
  'help.log 1': '4eabbf87ae237a61',
  'conflict.decide 1': '47e7763c31cdaf73',
  'held.decide 1': '29ced903e173d595',
  'photo.add 1': '875fb75426b7a650',
  'photo.remove 1': '9af6a1b52539676d',
  'code.issue 1': 'e1f655d3cbcdc162',
  'code.end 1': 'ee9dd9c377b2500a',
  'answers.give 1': '0a631b1a4be9ae12',
  'household.split 1': 'f60ddb0a5797a828',
  'household.merge 1': '0a345b420f9deb15',
  'person.split 1': 'e10be35aa0417659',
  'person.merge 1': 'c340f547c402cddf',
  'regrouping.undo 1': 'b2faf28350a1fc51',
  'person.identify 1': 'e9c9923ca0306243',
  handInDeposits: '094dd68700fe9b8a',
  depositsAnswer: '9650023bac47a77c',
};

const whatToDo = (name: string): string =>
  `The wire schema of ${name} has changed. Phones installed months ago still speak the old one: if the change is wanted, add a new version of the ` +
  'mutation arguments beside the old (never change or remove one), or raise protocolVersion and keep accepting the old message, write both into ' +
  'docs/sync.md, and then put the new hash here. If it is not wanted, undo it.';

const hashOf = (schema: z.core.$ZodType): string => {
  const json: Json = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
  return createHash('sha256').update(canonicalJson(json)).digest('hex').slice(0, 16);
};

const messages: Readonly<Record<string, z.core.$ZodType>> = {
  pushRequest: pushRequestSchema,
  pushAnswer: pushAnswerSchema,
  pullRequest: pullRequestSchema,
  pullAnswer: pullAnswerSchema,
  mutation: mutationSchema,
  handInDeposits: handInDepositsSchema,
  depositsAnswer: depositsAnswerSchema,
  ...Object.fromEntries(
    mutationNames.flatMap((name) =>
      Object.entries(mutationArguments[name]).map(([version, schema]) => [`${name} ${version}`, schema]),
    ),
  ),
};

describe('the wire contract', () => {
  it.each(Object.keys(messages).concat(Object.keys(released).filter((name) => !(name in messages))))(
    'keeps the released schema of %s',
    (name) => {
      const schema = messages[name];
      expect(schema === undefined ? 'removed' : hashOf(schema), whatToDo(name)).toBe(released[name]);
    },
  );

  it('has the numbers that phones send', () => {
    expect([protocolVersion, schemaVersion]).toEqual([1, 1]);
  });

  it('lists every mutation name once', () => {
    const declared: readonly string[] = Object.keys(mutationArguments);
    expect([...mutationNames].sort()).toEqual([...declared].sort());
    expect(new Set<MutationName>(mutationNames).size).toBe(mutationNames.length);
  });
});
