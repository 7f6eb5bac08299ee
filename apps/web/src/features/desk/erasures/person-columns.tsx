import type { Instant } from '@lianxin/domain';
import type { FoundPerson } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { Button } from '../../../ui/button.tsx';
import type { TableColumn } from '../../../ui/table.tsx';
import { shownName } from './shown-name.ts';

/** Lists the columns of people who were found; whoever is erased already has nothing to press. */
export const personColumns = (
  now: Instant,
  onChoose: (person: FoundPerson) => void,
): readonly TableColumn<FoundPerson>[] => {
  const words = tDesk.erasures;
  return [
    { key: 'name', header: words.columns.name, cell: shownName },
    { key: 'relation', header: words.columns.relation, cell: ({ relation }) => relation },
    { key: 'address', header: words.columns.address, cell: ({ address }) => address },
    { key: 'phone', header: words.columns.phone, cell: ({ phone }) => phone },
    {
      key: 'action',
      header: words.columns.action,
      cell: (person) =>
        person.erasedAt === null ? (
          <Button
            variant="quiet"
            size="compact"
            label={words.chooseLabel(shownName(person), person.address)}
            onClick={() => onChoose(person)}
          >
            {words.choose}
          </Button>
        ) : (
          words.erasedAt(t.dates.moment(person.erasedAt, now))
        ),
    },
  ];
};
