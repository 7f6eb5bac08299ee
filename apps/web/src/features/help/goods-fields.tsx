import { tHelp } from '../../locale/help-messages.ts';
import { newId } from '../../platform/ids.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './goods-fields.module.css';
import type { GoodsDraft, HelpProblems } from './help-draft.ts';

export type GoodsFieldsProps = {
  readonly goods: readonly GoodsDraft[];
  readonly onChange: (goods: readonly GoodsDraft[]) => void;
  readonly problem: HelpProblems['goods'];
};

const nothing = (): GoodsDraft => ({ key: newId(), name: '', quantity: null, unit: '' });

/** What was given: any number of things, each with how much of it. */
export const GoodsFields = ({ goods, onChange, problem }: GoodsFieldsProps) => {
  const words = tHelp.record;
  const replace = (index: number, part: Partial<GoodsDraft>) =>
    onChange(goods.map((item, at) => (at === index ? { ...item, ...part } : item)));
  const problemText = problem === undefined ? null : problem === 'missing' ? words.goodsMissing : words.wrong;
  return (
    <>
      <fieldset className={styles.goods}>
        <legend className={styles.legend}>{words.goods}</legend>
        {goods.map((item, index) => (
          <GoodsLine
            key={item.key}
            item={item}
            position={index + 1}
            onChange={(part) => replace(index, part)}
            onDrop={() => onChange(goods.filter((_, at) => at !== index))}
          />
        ))}
        <Button variant="quiet" onClick={() => onChange([...goods, nothing()])}>
          {words.addGoods}
        </Button>
      </fieldset>
      <FieldError>{problemText}</FieldError>
    </>
  );
};

interface GoodsLineProps {
  readonly item: GoodsDraft;
  readonly position: number;
  readonly onChange: (part: Partial<GoodsDraft>) => void;
  readonly onDrop: () => void;
}

const GoodsLine = ({ item, position, onChange, onDrop }: GoodsLineProps) => {
  const words = tHelp.record;
  return (
    <div className={styles.line}>
      <TextField label={words.goodsName} value={item.name} onChange={(name) => onChange({ name })} maxLength={40} />
      <NumberField
        label={words.goodsQuantity}
        value={item.quantity}
        decimals={2}
        onChange={(quantity) => onChange({ quantity })}
      />
      <TextField label={words.goodsUnit} value={item.unit} onChange={(unit) => onChange({ unit })} maxLength={10} />
      <Button variant="quiet" onClick={onDrop} label={words.dropGoods(position)}>
        {words.drop}
      </Button>
    </div>
  );
};
