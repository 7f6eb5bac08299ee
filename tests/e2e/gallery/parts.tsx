import { useState } from 'react';
import { ActionBar } from '../../../apps/web/src/ui/action-bar.tsx';
import { Banner } from '../../../apps/web/src/ui/banner.tsx';
import { Button } from '../../../apps/web/src/ui/button.tsx';
import { CheckField } from '../../../apps/web/src/ui/check-field.tsx';
import { ConfirmDialog } from '../../../apps/web/src/ui/confirm-dialog.tsx';
import { DateField } from '../../../apps/web/src/ui/date-field.tsx';
import { EmptyState } from '../../../apps/web/src/ui/empty-state.tsx';
import { Facts } from '../../../apps/web/src/ui/facts.tsx';
import { FileField } from '../../../apps/web/src/ui/file-field.tsx';
import { Form } from '../../../apps/web/src/ui/form.tsx';
import { KeyFigures } from '../../../apps/web/src/ui/key-figures.tsx';
import { Matrix } from '../../../apps/web/src/ui/matrix.tsx';
import { Note } from '../../../apps/web/src/ui/note.tsx';
import { NumberField } from '../../../apps/web/src/ui/number-field.tsx';
import { Page } from '../../../apps/web/src/ui/page.tsx';
import { Pager } from '../../../apps/web/src/ui/pager.tsx';
import { PhoneShell } from '../../../apps/web/src/ui/phone-shell.tsx';
import { PickDate } from '../../../apps/web/src/ui/pick-date.tsx';
import { ProgressBar } from '../../../apps/web/src/ui/progress-bar.tsx';
import { QrCode } from '../../../apps/web/src/ui/qr-code.tsx';
import { Row } from '../../../apps/web/src/ui/row.tsx';
import { RowList } from '../../../apps/web/src/ui/row-list.tsx';
import { SearchField } from '../../../apps/web/src/ui/search-field.tsx';
import { Section } from '../../../apps/web/src/ui/section.tsx';
import { SelectField } from '../../../apps/web/src/ui/select-field.tsx';
import { Sheet } from '../../../apps/web/src/ui/sheet.tsx';
import { statuses } from '../../../apps/web/src/ui/status.ts';
import { StatusGlyph } from '../../../apps/web/src/ui/status-glyph.tsx';
import { TextField } from '../../../apps/web/src/ui/text-field.tsx';
import { Tick } from '../../../apps/web/src/ui/tick.tsx';
import { showToast } from '../../../apps/web/src/ui/toast.ts';
import { ToastRegion } from '../../../apps/web/src/ui/toast-region.tsx';
import { Tree } from '../../../apps/web/src/ui/tree.tsx';

const nothing = () => undefined;

const highRise = [30, 29, 28].map((floor) => ({
  id: String(floor),
  label: `${floor}层`,
  doors: statuses.map((status, index) => ({
    id: `${floor}0${index + 1}`,
    label: `${floor}0${index + 1}`,
    status,
    word: '99天',
    name: `${floor}0${index + 1},${status},99天`,
  })),
}));

const Fields = () => {
  const [text, setText] = useState('𠮷䶮·阿卜杜热合曼');
  const [minutes, setMinutes] = useState<number | null>(90);
  const [relation, setRelation] = useState<'wife' | 'son' | null>(null);
  const [on, setOn] = useState('2026-11-20');
  const [checked, setChecked] = useState(true);
  return (
    <Form
      label="各种填写"
      onSubmit={nothing}
      bar={
        <ActionBar>
          <Button variant="main" type="submit">
            保存
          </Button>
        </ActionBar>
      }
    >
      <TextField label="姓名" hint="还没取名可以不填" value={text} onChange={setText} />
      <TextField label="邀请码" look="code" value="K7MP2QXA" onChange={nothing} error="邀请码是 8 位字母和数字" />
      <NumberField label="用了多久" unit="分钟" value={minutes} onChange={setMinutes} />
      <SelectField
        label="和户主的关系"
        emptyLabel="不清楚"
        options={[
          { value: 'wife', label: '妻' },
          { value: 'son', label: '子' },
        ]}
        value={relation}
        onChange={setRelation}
      />
      <DateField label="哪天" value={on} onChange={setOn} />
      <CheckField label="替没有手机的人记" hint="写上是谁帮的" checked={checked} onChange={setChecked} />
    </Form>
  );
};

/** Every primitive that the drawn pages do not use. */
export const Parts = () => {
  const [query, setQuery] = useState('');
  const [sheet, setSheet] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <PhoneShell banner={<Banner label="提醒">演示数据,没有真实居民</Banner>}>
      <Page title="零件" sub="画里没有的" aside={<Tick count={2}>已到服务器</Tick>}>
        <SearchField
          label="姓名、拼音首字母、电话后几位、门牌"
          placeholder="找人、找门"
          value={query}
          onChange={setQuery}
          result="找到 3 户"
        />
        <KeyFigures
          figures={[
            { key: 'due', value: '14', label: '户该去' },
            { key: 'late', value: '3', label: '已逾期', tone: 'late' },
            { key: 'tell', value: '2', label: '件要回话' },
          ]}
        />
        <RowList label="七种状态">
          {statuses.map((status) => (
            <Row
              key={status}
              glyph={<StatusGlyph status={status} label="" />}
              lead="602"
              text={status}
              note="上次 11-11,9 天前"
              href="#602"
            />
          ))}
        </RowList>
        <Section title="七扇门、三十层" aside="3 层">
          <Matrix label="高层的门" floors={highRise} onSelect={nothing} />
        </Section>
        <Section title="填写">
          <Fields />
        </Section>
        <Section title="其余">
          <Note tone="late" title="1 条没被接受">
            这一户已经不归您的网格
          </Note>
          <Note tone="soon">两个人改了同一处</Note>
          <ProgressBar label="正在取住户" value={320} max={1325} note="320 / 1,325 条" />
          <Facts
            items={[
              { key: 'code', term: '邀请码', detail: 'K7MP 2QXA' },
              { key: 'unit', term: '管哪里', detail: '石油路社区 第三网格' },
            ]}
          />
          <FileField label="选一个表格文件,或拖到这里" hint=".xlsx、.xls 或 .csv" accept=".xlsx" onFile={nothing} />
          <QrCode text="http://127.0.0.1:8787/#/invitation/K7MP2QXA" label="邀请二维码" />
          <Tree
            label="组织"
            nodes={[
              {
                key: 'c',
                title: '石油路社区',
                href: '#c',
                current: true,
                children: [{ key: 'g', title: '第三网格', note: '453 户', href: '#g', children: [] }],
              },
            ]}
          />
          <PickDate label="截至" value="2026-11-20" onChange={nothing} />
          <Pager page={2} pageCount={9} hrefOf={(page) => `#page-${page}`} />
          <EmptyState title="现在没有要帮的忙" action={<Button variant="outline">记一次</Button>}>
            社区发布了新的,这里就会出现。
          </EmptyState>
        </Section>
        <ActionBar>
          <Button onClick={() => setSheet(true)}>打开</Button>
          <Button variant="danger" onClick={() => setAsking(true)}>
            不要了
          </Button>
          <Button
            variant="slim"
            onClick={() => showToast({ text: '602 见到,已存手机', action: { label: '撤销', onPress: nothing } })}
          >
            提示
          </Button>
        </ActionBar>
      </Page>
      <Sheet
        open={sheet}
        onClose={() => setSheet(false)}
        title="添一个人"
        sub="602 户"
        bar={
          <ActionBar>
            <Button variant="main">保存</Button>
          </ActionBar>
        }
      >
        <Fields />
      </Sheet>
      <ConfirmDialog
        open={asking}
        title="不要这一条了?"
        confirmLabel="不要了"
        tone="danger"
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      >
        它只在这台手机里,去掉就没有了。
      </ConfirmDialog>
      <ToastRegion />
    </PhoneShell>
  );
};
