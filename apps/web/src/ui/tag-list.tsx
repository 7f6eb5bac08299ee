import styles from './tag-list.module.css';

export type TagListProps = { readonly label: string; readonly tags: readonly string[] };

/** What is known about a place or a person, each in its own small frame. */
export const TagList = ({ label, tags }: TagListProps) =>
  tags.length === 0 ? null : (
    <ul className={styles.list} aria-label={label}>
      {tags.map((tag) => (
        <li key={tag} className={styles.tag}>
          {tag}
        </li>
      ))}
    </ul>
  );
