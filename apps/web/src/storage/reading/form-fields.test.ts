import { dwelling, household, membership, person } from '@lianxin/domain';
import { expect, test } from 'vitest';
import { changedValues, describeField, formFields, readForm, toFormValues } from './form-fields.ts';

const kindOf = (name: keyof typeof person.fields) => describeField(name, person.fields[name]).kind;

test('a declaration says what a field is filled in with', () => {
  expect([kindOf('name'), kindOf('sex'), kindOf('birthOn'), kindOf('phone'), kindOf('note')]).toEqual([
    'line',
    'choice',
    'day',
    'phone',
    'lines',
  ]);
  expect(describeField('floor', dwelling.fields.floor).kind).toBe('number');
  expect(describeField('livesWhereRegistered', membership.fields.livesWhereRegistered).kind).toBe('yesNo');
});

test('a form knows the limit of the declaration, not one of its own', () => {
  expect(describeField('name', person.fields.name).maxLength).toBe(60);
  expect(describeField('roomLabel', household.fields.roomLabel).maxLength).toBe(40);
  expect(describeField('birthOn', person.fields.birthOn).maxLength).toBeUndefined();
});

test('labels and choices are those of the declaration', () => {
  const [kind] = formFields(membership, ['kind']);
  expect(kind?.label).toBe('居住情况');
  expect(kind?.options[0]).toEqual({ value: 'resident', label: '常住' });
  expect(kind?.required).toBe(true);
});

test('a long list offers what is met most often first, and every code once', () => {
  const [relation] = formFields(membership, ['relationToHead']);
  const labels = relation?.options.map(({ label }) => label) ?? [];
  expect(labels.slice(0, 5)).toEqual(['户主', '妻', '夫', '子', '女']);
  const codes = relation?.options.map(({ value }) => value).sort();
  expect(codes).toEqual(membership.fields.relationToHead.codes?.entries.map(({ code }) => code).sort());
});

test('blanks around a text are dropped, and a text of blanks is no text', () => {
  expect(readForm(person, ['name', 'note'], { name: ' 张三 ', note: '   ' })).toEqual({
    values: { name: '张三', note: null },
    errors: {},
  });
});

test('a newborn without a name fits, a membership without a kind does not', () => {
  expect(readForm(person, ['name', 'sex'], { name: null, sex: null }).errors).toEqual({});
  expect(Object.keys(readForm(membership, ['kind'], { kind: null }).errors)).toEqual(['kind']);
});

test('a name of ten thousand characters is told to be too long, 𠮷 and 䶮 are not', () => {
  expect(readForm(person, ['name'], { name: '张'.repeat(10_000) }).errors['name']).toContain('60');
  expect(readForm(person, ['name'], { name: '𠮷䶮·阿卜杜热合曼' }).errors).toEqual({});
});

test('an unknown name is a bug', () => {
  expect(() => formFields(person, ['shoeSize'])).toThrow('shoeSize');
});

test('only what differs from the record is a change', () => {
  const before = { name: '张三', sex: null, note: '旧' };
  expect(changedValues(before, { ...toFormValues(['name', 'sex', 'note'], before), note: '新' })).toEqual({
    note: '新',
  });
  expect(changedValues({}, { name: null })).toEqual({});
});
