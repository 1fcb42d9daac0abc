import styles from "./control.module.css";

/** A choice with its name before it. */
export function Select({
  label,
  value,
  options,
  onChange,
  isLabelHidden = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
  readonly isLabelHidden?: boolean;
}) {
  return (
    <label className={styles["field"]}>
      {isLabelHidden ? null : <span className={styles["label"]}>{label}</span>}
      <select
        className={styles["select"]}
        aria-label={isLabelHidden ? label : undefined}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
