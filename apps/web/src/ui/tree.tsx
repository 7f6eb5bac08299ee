import { useState } from 'react';
import { Link } from 'wouter';
import { t } from '../locale/messages.ts';
import styles from './tree.module.css';

export type TreeNode = {
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  readonly href: string;
  readonly current?: boolean;
  readonly children: readonly TreeNode[];
};

export type TreeProps = {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  /** Levels that stand open at first. */
  readonly openLevels?: number;
};

type BranchProps = { readonly node: TreeNode; readonly openLevels: number };

const TreeBranch = ({ node, openLevels }: BranchProps) => {
  const [open, setOpen] = useState(openLevels > 0);
  return (
    <li>
      <div className={styles.line}>
        {node.children.length > 0 && (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-label={t.ui.inside(node.title)}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          </button>
        )}
        <Link className={styles.link} href={node.href} aria-current={node.current ? 'true' : undefined}>
          {node.title} {node.note && <span className={styles.note}>{node.note}</span>}
        </Link>
      </div>
      {open && node.children.length > 0 && (
        <ul className={styles.level}>
          {node.children.map((child) => (
            <TreeBranch key={child.key} node={child} openLevels={openLevels - 1} />
          ))}
        </ul>
      )}
    </li>
  );
};

/** Things within things, each a link, opened and closed with a small button before it. */
export const Tree = ({ label, nodes, openLevels = 3 }: TreeProps) => (
  <ul aria-label={label}>
    {nodes.map((node) => (
      <TreeBranch key={node.key} node={node} openLevels={openLevels} />
    ))}
  </ul>
);
