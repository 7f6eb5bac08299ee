import type { ReactNode } from 'react';
import { Row } from './row.tsx';
import { RowList } from './row-list.tsx';
import { Sheet } from './sheet.tsx';

export type OptionSheetProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly sub?: ReactNode;
  readonly options: readonly {
    readonly key: string;
    readonly label: string;
    readonly note?: string;
    readonly onSelect: () => void;
  }[];
};

/** The rarer choices behind 其他 or ⋯, as large rows at the thumb instead of a small menu at the top. */
export const OptionSheet = ({ open, onClose, title, sub, options }: OptionSheetProps) => (
  <Sheet open={open} onClose={onClose} title={title} sub={sub}>
    <RowList>
      {options.map((option) => (
        <Row
          key={option.key}
          text={option.label}
          note={option.note}
          onClick={() => {
            onClose();
            option.onSelect();
          }}
        />
      ))}
    </RowList>
  </Sheet>
);
