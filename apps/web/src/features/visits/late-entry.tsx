import { civilDateAt, clockTimeAt } from '@lianxin/domain';
import { t } from '../../locale/messages.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';

export interface LateEntryProps {
  readonly late: string | null;
  readonly now: number;
  readonly onChange: (late: string | null) => void;
}

/** When the visit was: now, until somebody says that it was earlier. */
export const LateEntry = ({ late, now, onChange }: LateEntryProps) =>
  late === null ? (
    <>
      {t.dates.moment(now, now)} ·{' '}
      <Button variant="quiet" onClick={() => onChange('')}>
        {t.visit.late}
      </Button>
    </>
  ) : (
    <>
      <DateField
        precision="minute"
        label={t.visit.lateLabel}
        value={late}
        max={`${civilDateAt(now)}T${clockTimeAt(now)}`}
        onChange={onChange}
      />
      <Button variant="quiet" onClick={() => onChange(null)}>
        {t.visit.notLate}
      </Button>
    </>
  );
