import { importAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import type { ApiFailure } from '../../../storage/api-client.ts';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Note } from '../../../ui/note.tsx';
import { PickField } from '../../../ui/pick-field.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Stepper } from '../../../ui/stepper.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { CommunityScope, type CommunityScopeValue } from '../community-scope.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';
import { useFilters } from '../use-filters.ts';
import { ImportHistory } from './import-history.tsx';
import { acceptedFiles, isReadableFile } from './readable-file.ts';

/** Is where an import begins: a community and a file; and what was imported before. */
export const ImportsPage = () => (
  <DeskPage title={tDesk.imports.title}>
    <CommunityScope>{(scope) => <ChooseFile scope={scope} />}</CommunityScope>
  </DeskPage>
);

/** Says what to do about a file that could not be read; the format is spoken of at the file itself. */
const UploadFailure = ({ failure }: { readonly failure: ApiFailure | null }) =>
  failure?.code === 'saveAsXlsx' ? null : <FailureNote failure={failure} />;

const ChooseFile = ({ scope }: { readonly scope: CommunityScopeValue }) => {
  const { choose, steps, stepsLabel } = tDesk.imports;
  const [file, setFile] = useState<File | null>(null);
  const [, navigate] = useLocation();
  const { set } = useFilters();
  const change = useChange();
  const upload = async (chosen: File) => {
    setFile(chosen);
    change.forgetFailure();
    if (!isReadableFile(chosen.name)) return;
    const form = new FormData();
    form.set('community', scope.community.id);
    form.set('file', chosen, chosen.name);
    const request = { path: '/imports', method: 'POST' as const, form };
    const answer = await change.send({ ...request, schema: importAnswerSchema, outdates: ['imports'] });
    if (answer.ok) navigate(`/desk/imports/${answer.value.id}`);
  };
  const isOtherFormat = file !== null && (!isReadableFile(file.name) || change.failure?.code === 'saveAsXlsx');
  return (
    <>
      <Stepper label={stepsLabel} steps={steps} current={0} />
      <FilterBar label={tDesk.desk.filters}>
        <PickField
          label={choose.community}
          options={scope.communities.map((unit) => ({ value: unit.id, label: unit.name }))}
          value={scope.community.id}
          onChange={(community) => set({ community, grid: null })}
        />
        <Sub>{choose.promise}</Sub>
      </FilterBar>
      <FileField
        label={choose.file}
        hint={choose.fileHint}
        accept={acceptedFiles}
        fileName={file?.name}
        disabled={change.isBusy}
        onFile={upload}
      />
      {isOtherFormat && (
        <Note title={choose.otherFormat} tone="soon" live>
          {choose.otherFormatBody(file.name)}
        </Note>
      )}
      {change.isBusy && file !== null && (
        <ProgressBar label={choose.reading(file.name)} value={null} max={1} note={choose.readingNote} />
      )}
      <UploadFailure failure={change.failure} />
      <ImportHistory communityId={scope.community.id} />
    </>
  );
};
