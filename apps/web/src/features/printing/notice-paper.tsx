import type { NoticeAnswer } from '@lianxin/protocol';
import { paper } from '../../locale/zh-cn/paper.ts';
import { workerAddress } from '../../storage/reading/public-address.ts';
import { Paper, PaperCode, PaperFoot, PaperPeople, PaperPerson, PaperText, PaperTitle } from '../../ui/paper.tsx';

/** A building's notice: who works here, what for, whom to call about it, and the code that shows whether it is them. */
export const NoticePaper = ({ notice }: { readonly notice: NoticeAnswer }) => {
  const building = [notice.estate, notice.buildingName].filter(Boolean).join(' ');
  return (
    <Paper label={paper.noticeTitle(building)}>
      <PaperText>{paper.workerOf(notice.unitName, notice.gridName)}</PaperText>
      <PaperTitle>{paper.noticeTitle(building)}</PaperTitle>
      <PaperPeople>
        {notice.workers.length === 0 && <PaperText size="large">{paper.noWorker}</PaperText>}
        {notice.workers.map(({ name, publicToken }) => (
          <PaperPerson key={publicToken}>
            <PaperText size="large">{name}</PaperText>
            <PaperCode text={workerAddress(publicToken)} label={paper.codeLabel(name)} />
            <PaperText size="small">{paper.scanToCheck}</PaperText>
          </PaperPerson>
        ))}
      </PaperPeople>
      <PaperText>{notice.duty ?? paper.usualDuty}</PaperText>
      {notice.supervisionPhone !== null && (
        <>
          <PaperText>{paper.supervisionPhone}</PaperText>
          <PaperTitle>{notice.supervisionPhone}</PaperTitle>
        </>
      )}
      <PaperFoot>
        <PaperText size="small">{paper.neverAsk}</PaperText>
      </PaperFoot>
    </Paper>
  );
};
