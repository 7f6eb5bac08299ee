import { t } from '../../locale/messages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Sub } from '../../ui/sub.tsx';
import { useRegister } from '../use-workspace.ts';
import { foundDoor } from './door-words.ts';
import type { SearchHit, SearchResult } from './search-index.ts';

export type FoundDoorsProps = {
  readonly result: SearchResult;
} & (
  | { readonly hrefOf: (hit: SearchHit) => string; readonly onPick?: never }
  | { readonly onPick: (hit: SearchHit) => void; readonly hrefOf?: never }
);

/** The doors that a search found, to be opened or picked. */
export const FoundDoors = ({ result, hrefOf, onPick }: FoundDoorsProps) => {
  const { view } = useRegister();
  if (result.total === 0) {
    return <EmptyState title={t.register.searchNothing.title}>{t.register.searchNothing.body}</EmptyState>;
  }
  return (
    <>
      <RowList label={t.register.searchResult(result.total)}>
        {result.hits.map((hit) => {
          const found = foundDoor(view, hit);
          const words = { text: found.who, note: [found.name, found.tags].filter(Boolean).join(' · ') };
          return onPick === undefined ? (
            <Row key={hit.dwellingId} {...words} href={hrefOf(hit)} />
          ) : (
            <Row key={hit.dwellingId} {...words} onClick={() => onPick(hit)} />
          );
        })}
      </RowList>
      {result.total > result.hits.length && (
        <Sub padded>{t.register.searchMore(result.total - result.hits.length)}</Sub>
      )}
    </>
  );
};
