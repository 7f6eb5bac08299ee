import { type RescueAnswer, rescueAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { Note } from '../../../ui/note.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { useDeskSession } from '../desk-session.ts';
import { FailureNote } from '../failure-note.tsx';
import { PeopleParts } from '../people-parts.tsx';
import { type Change, useChange } from '../use-change.ts';
import { checkRescueFile } from './check-rescue-file.ts';
import { RescueContents } from './rescue-contents.tsx';
import { RescueResult } from './rescue-result.tsx';

type Stage =
  | { readonly step: 'choose'; readonly problem: keyof typeof tDesk.rescues.notOurs | null }
  | { readonly step: 'look'; readonly file: File; readonly answer: RescueAnswer }
  | { readonly step: 'done'; readonly answer: RescueAnswer };

const send = (change: Change, file: File, isConfirmed: boolean) => {
  const form = new FormData();
  form.set('file', file, file.name);
  if (isConfirmed) form.set('confirm', 'yes');
  const outdates = isConfirmed ? ['register', 'overview', 'ledgers', 'accounts', 'audit'] : [];
  return change.send({ path: '/rescues', method: 'POST', form, schema: rescueAnswerSchema, outdates });
};

/** Hands in the work of a phone that cannot send it: a file, what it holds, and what became of it. */
export const RescuePage = () => {
  const [stage, setStage] = useState<Stage>({ step: 'choose', problem: null });
  const change = useChange();
  const choose = () => setStage({ step: 'choose', problem: null });
  const take = async (file: File) => {
    const answer = await send(change, file, true);
    if (answer.ok) setStage({ step: 'done', answer: answer.value });
  };
  return (
    <DeskPage title={tDesk.units.title}>
      <PeopleParts current="rescues" />
      <Sub>{tDesk.rescues.about}</Sub>
      {stage.step === 'choose' && <ChooseFile stage={stage} change={change} onStage={setStage} />}
      {stage.step === 'look' && (
        <RescueContents
          answer={stage.answer}
          fileName={stage.file.name}
          isBusy={change.isBusy}
          onTake={() => void take(stage.file)}
          onAnother={choose}
        />
      )}
      {stage.step === 'done' && <RescueResult answer={stage.answer} onAnother={choose} />}
      {change.failure?.code === 'notFound' ? (
        <Note tone="late" live>
          {tDesk.rescues.unknownAuthor}
        </Note>
      ) : (
        <FailureNote failure={change.failure} />
      )}
    </DeskPage>
  );
};

interface ChooseFileProps {
  readonly stage: Extract<Stage, { readonly step: 'choose' }>;
  readonly change: Change;
  readonly onStage: (stage: Stage) => void;
}

const ChooseFile = ({ stage, change, onStage }: ChooseFileProps) => {
  const words = tDesk.rescues;
  const { sealingKey } = useDeskSession();
  const [file, setFile] = useState<File | null>(null);
  const look = async (chosen: File) => {
    setFile(chosen);
    change.forgetFailure();
    const problem = await checkRescueFile(chosen, sealingKey);
    onStage({ step: 'choose', problem });
    if (problem !== null) return;
    const answer = await send(change, chosen, false);
    if (answer.ok) onStage({ step: 'look', file: chosen, answer: answer.value });
  };
  return (
    <>
      <FileField
        label={words.file}
        hint={words.fileHint}
        accept=".lianxin,application/json"
        fileName={file?.name}
        disabled={change.isBusy}
        onFile={(chosen) => void look(chosen)}
      />
      {change.isBusy && file !== null && <ProgressBar label={words.reading(file.name)} value={null} max={1} note="" />}
      {stage.problem !== null && (
        <Note tone="late" live>
          {words.notOurs[stage.problem]}
        </Note>
      )}
    </>
  );
};
