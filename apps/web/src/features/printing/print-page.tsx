import { useMemo } from 'react';
import { tPrinting } from '../../locale/printing-messages.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { readAllRecords } from '../../storage/reading/read-record.ts';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Sub } from '../../ui/sub.tsx';

/** What a worker can print: slips for doors, and the notice of each building. */
export const PrintPage = () => {
  const { communityId } = useWorkspace();
  const { view } = useRegister();
  const buildings = useMemo(
    () =>
      readAllRecords(view, 'unit')
        .filter(({ kind, toOn }) => kind === 'building' && toOn === null)
        .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true })),
    [view],
  );
  return (
    <Page title={tPrinting.title} back={{ href: '/mine', label: tPrinting.about }}>
      <RowList>
        <Row href={pagePaths.doorSlip} text={tPrinting.slip} note={tPrinting.slipSub} />
      </RowList>
      <Section title={tPrinting.notices}>
        {buildings.length === 0 && <Sub padded>{tPrinting.notFound.title}</Sub>}
        <RowList>
          {buildings.map(({ id, name, estate }) => (
            <Row
              key={id}
              href={`${pagePaths.buildingNotice(id)}?community=${communityId}`}
              text={tPrinting.noticeTitle([estate, name].filter(Boolean).join(' '))}
            />
          ))}
        </RowList>
      </Section>
    </Page>
  );
};
