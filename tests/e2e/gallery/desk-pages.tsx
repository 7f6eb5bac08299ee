import { useState } from 'react';
import { Button } from '../../../apps/web/src/ui/button.tsx';
import { DeskPage } from '../../../apps/web/src/ui/desk-page.tsx';
import { DeskShell } from '../../../apps/web/src/ui/desk-shell.tsx';
import { FilterBar } from '../../../apps/web/src/ui/filter-bar.tsx';
import { KeyFigures } from '../../../apps/web/src/ui/key-figures.tsx';
import { PickField } from '../../../apps/web/src/ui/pick-field.tsx';
import { SideNav } from '../../../apps/web/src/ui/side-nav.tsx';
import { Stepper } from '../../../apps/web/src/ui/stepper.tsx';
import { Sub } from '../../../apps/web/src/ui/sub.tsx';
import { Table } from '../../../apps/web/src/ui/table.tsx';
import { Tone } from '../../../apps/web/src/ui/tone.tsx';

const nav = (current: string) => (
  <SideNav
    brand="连心"
    label="管理台"
    items={['底册', '走访', '需求与帮忙', '台账', '导入', '组织与人员', '审计', '备份'].map((label) => ({
      href: `#${label}`,
      label,
      current: label === current,
    }))}
  />
);

const nothing = () => undefined;

const pick = (label: string, value: string) => (
  <PickField label={label} value={value} options={[{ value, label: value }]} onChange={nothing} />
);

const warn = (text: string) => <Tone tone="soon">{text}</Tone>;

const ledgerHeaders = [
  '序号',
  '楼栋',
  '单元',
  '房号',
  '户主',
  '姓名',
  '关系',
  '性别',
  '年龄',
  '身份证号',
  '电话',
  '人群',
  '最近走访',
];

const ledgerRows = [
  '1|1号楼|1单元|101|—|||||||空置|11-03',
  '2|1号楼|1单元|102|龙**|龙**|户主|男|64|410599************|199****3263||11-12',
  '|||||郝**|妻|女|61|410599************|||',
  '|||||龙*|子|男|35|待核|199****8120||',
  '3|1号楼|1单元|103|欧阳**|欧阳**|户主|女|81|410599************|199****0417|独居 低保|11-18',
  '4|1号楼|2单元|101|于**|于**|户主|男|47|410599************|199****5530||10-27',
  '|||||杜**|妻|女|45|410599************|||',
  '5|1号楼|2单元|102|武**|武**|户主|男|38|未登记|199****9043|流动|11-02',
].map((line, index) => ({ key: String(index), cells: line.split('|') }));

/** The ledger of the drawing. */
export const DeskLedger = () => (
  <DeskShell nav={nav('台账')}>
    <DeskPage title="居民信息台账">
      <FilterBar
        label="筛选"
        end={
          <>
            <Button size="compact">按原表样</Button>
            <Button size="compact" variant="main">
              导出 .xlsx
            </Button>
          </>
        }
      >
        {pick('社区', '石油路社区')}
        {pick('网格', '第三网格')}
        {pick('截至', '截至 2026-11-20')}
        {pick('人群', '全部人群')}
      </FilterBar>
      <KeyFigures
        size="compact"
        figures={[
          { key: 'households', value: '453', label: '户', href: '#households' },
          { key: 'people', value: '1,325', label: '人', href: '#people' },
          { key: 'vacant', value: '27', label: '空置', href: '#vacant' },
          { key: 'coverage', value: '96.0 %', label: '底册覆盖 · 缺 20 户', share: 0.96 },
          { key: 'unchecked', value: '15', label: '号码待核', href: '#unchecked' },
        ]}
      />
      <Table
        caption="居民信息台账"
        columns={ledgerHeaders.map((header, index) => ({
          key: header,
          header,
          numeric: index === 0 || index === 8,
          rowHeader: header === '姓名',
          cell: (row: { cells: string[] }) => (row.cells[index] === '待核' ? warn('待核') : row.cells[index]),
        }))}
        rows={ledgerRows}
        rowKey={(row) => row.key}
      />
    </DeskPage>
  </DeskShell>
);

const findings = [
  {
    row: '37',
    door: '1号楼 2单元 301',
    name: '何*',
    written: '410599197203150000',
    understood: '号码丢掉,人保留',
    look: warn('末尾 000,多半被表格弄坏了'),
  },
  {
    row: '84',
    door: '2号楼 1单元 102',
    name: '邓**',
    written: '410599195512014472',
    understood: '保留,标「待核」',
    look: warn('校验不过'),
  },
  {
    row: '112',
    door: '2号楼 3单元 502',
    name: '钟**',
    written: '４１０５９９１９８８０２１１３０３１',
    understood: '410599198802113031',
    look: '全角已改成半角',
  },
  {
    row: '260',
    door: '5号楼 1单元 401',
    name: '史*',
    written: '(与第 96 行同号)',
    understood: '两行都保留',
    look: warn('是同一个人吗? 同一人 不是'),
  },
  { row: '301', door: '5号楼 4单元 603', name: '—', written: '空房', understood: '空门,不建户', look: '' },
  {
    row: '355',
    door: '7号楼 2单元 202',
    name: '段**',
    written: '同上',
    understood: '与户主同号 199****3316',
    look: '',
  },
];

type Finding = (typeof findings)[number];

/** The import preview of the drawing. */
export const DeskImport = () => {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <DeskShell nav={nav('导入')}>
      <DeskPage title="导入底册" sub="居民信息台账.xlsx · 石油路社区">
        <Stepper label="导入的四步" steps={['认表头', '对栏目', '看一遍', '确认']} current={2} />
        <KeyFigures
          size="compact"
          figures={[
            { key: 'households', value: '453', label: '户,新 453' },
            { key: 'people', value: '1,325', label: '人' },
            { key: 'empty', value: '27', label: '空门' },
            { key: 'look', value: '90', label: '行要看一眼', tone: 'soon' },
            { key: 'buildings', value: '8', label: '栋楼,分到 2 个网格' },
          ]}
        />
        <FilterBar
          label="要看一眼的"
          end={
            <>
              <Button size="compact">放弃</Button>
              <Button size="compact" variant="main">
                确认导入 1,325 人
              </Button>
            </>
          }
        >
          {['号码被表格弄坏 17', '校验不过 15', '号码重复 6', '没有号码 52'].map((label) => (
            <Button
              key={label}
              size="compact"
              pressed={shown === label}
              onClick={() => setShown(shown === label ? null : label)}
            >
              {label}
            </Button>
          ))}
        </FilterBar>
        <Table
          caption="要看一眼的行"
          columns={[
            { key: 'row', header: '行', numeric: true, cell: (finding: Finding) => finding.row },
            { key: 'door', header: '门', cell: (finding: Finding) => finding.door },
            { key: 'name', header: '姓名', cell: (finding: Finding) => finding.name },
            { key: 'written', header: '原来写的', cell: (finding: Finding) => finding.written },
            { key: 'understood', header: '我们的理解', cell: (finding: Finding) => finding.understood },
            { key: 'look', header: '看一眼', cell: (finding: Finding) => finding.look },
          ]}
          rows={findings}
          rowKey={(finding) => finding.row}
        />
        <Sub padded>确认之前什么都不会写进去。空格不会清掉已有的内容,带 * 的不会盖掉全的,表里没有的人不会被删。</Sub>
      </DeskPage>
    </DeskShell>
  );
};
