import { type ReactNode, useState } from 'react';
import { t } from '../../locale/messages.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Sub } from '../../ui/sub.tsx';
import { doorName } from '../reading/place.ts';
import { readRecord } from '../reading/read-record.ts';
import { useRegister } from '../use-workspace.ts';
import { FoundDoors } from './found-doors.tsx';
import type { SearchHit } from './search-index.ts';
import { useDoorSearch } from './use-door-search.ts';

export interface DoorPickerProps {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly backHref: string;
  readonly note?: string;
  /** The door that cannot be picked because it is the one that is wrong or left. */
  readonly exceptId: string;
  readonly confirm: { readonly title: (door: string) => string; readonly body: string; readonly label: string };
  readonly onPick: (hit: SearchHit, door: string) => void;
}

/** As many as a thumb scrolls through before typing another letter. */
const mostShown = 40;

/** A page to find one door and say yes to it. */
export const DoorPicker = (props: DoorPickerProps) => {
  const { view } = useRegister();
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<SearchHit | null>(null);
  const found = useDoorSearch(query, mostShown);
  const hits = found.hits.filter((hit) => hit.dwellingId !== props.exceptId);
  const result = { total: found.total - (found.hits.length - hits.length), hits };
  const dwelling = picked === null ? undefined : readRecord(view, 'dwelling', picked.dwellingId);
  const name = dwelling === undefined ? '' : doorName(view, dwelling);
  return (
    <Page
      title={props.title}
      sub={props.sub}
      aside={
        <ButtonLink variant="quiet" href={props.backHref}>
          {t.ui.cancel}
        </ButtonLink>
      }
    >
      <SearchField
        label={t.register.pick.searchLabel}
        placeholder={t.register.pick.searchPlaceholder}
        value={query}
        onChange={setQuery}
        result={query === '' ? undefined : t.register.searchResult(result.total)}
      />
      {query === '' ? (
        <Sub padded>{props.note ?? t.register.pick.start}</Sub>
      ) : (
        <FoundDoors result={result} onPick={setPicked} />
      )}
      <ConfirmDialog
        open={picked !== null}
        title={props.confirm.title(name)}
        confirmLabel={props.confirm.label}
        onConfirm={() => {
          if (picked !== null) props.onPick(picked, name);
          setPicked(null);
        }}
        onCancel={() => setPicked(null)}
      >
        {props.confirm.body}
      </ConfirmDialog>
    </Page>
  );
};
