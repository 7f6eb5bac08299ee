import { describe, expect, it } from 'vitest';
import { finding, importPreview } from './import.fixture.ts';
import { notesOnly, questionsOnly, reviewChips, reviewRows, rowsShown } from './review-rows.ts';

const repeated = finding({ row: 260, kind: 'idRepeated', original: '(与第 96 行同号)', understood: '两行都保留' });
const answer = importPreview({
  findings: [finding({}), repeated, finding({ row: 112, kind: 'idFullWidth', look: false, label: '全角已改成半角' })],
  findingCounts: { idFullWidth: 41, idMissing: 52, idRuined: 17, idRepeated: 6, somethingNew: 1 },
  questions: [
    { id: 'q', kind: 'sameNumber', sheet: '台账', row: 260, door: '5号楼 1单元 401', name: '史*', answer: null },
  ],
});

describe('the review of an import', () => {
  it('follows the rows of the file', () => {
    expect(reviewRows(answer).map(({ row }) => row)).toEqual([37, 112, 260]);
  });

  it('asks in place of the remark that two rows have one number', () => {
    const row = reviewRows(answer).find((candidate) => candidate.row === 260);
    expect(row).toMatchObject({ original: '(与第 96 行同号)', kind: questionsOnly });
    expect(row?.question?.id).toBe('q');
  });

  it('is narrowed to a kind, to the questions or to the notes', () => {
    const rows = reviewRows(answer);
    expect(rowsShown(rows, null).map(({ row }) => row)).toEqual([37, 260]);
    expect(rowsShown(rows, 'idRuined').map(({ row }) => row)).toEqual([37]);
    expect(rowsShown(rows, questionsOnly).map(({ row }) => row)).toEqual([260]);
    expect(rowsShown(rows, notesOnly).map(({ row }) => row)).toEqual([112]);
  });

  it('shows everything where nothing asks for a glance', () => {
    const quiet = reviewRows({ ...answer, questions: [], findings: answer.findings.filter(({ look }) => !look) });
    expect(rowsShown(quiet, null).map(({ row }) => row)).toEqual([112]);
  });

  it('offers questions first, then the numbers, then the rest, and words even what it does not know', () => {
    expect(reviewChips(answer).map(({ show, count }) => [show, count])).toEqual([
      [questionsOnly, 1],
      ['idRuined', 17],
      ['idRepeated', 6],
      ['idMissing', 52],
      ['somethingNew', 1],
      [notesOnly, 41],
    ]);
  });
});
