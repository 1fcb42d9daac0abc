import { useId } from "react";
import styles from "./control.module.css";

/** Two or three choices side by side, one of them on. */
export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly text: string; readonly title?: string }[];
  readonly onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles["segments"]}>
      <legend className={styles["gone"]}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles["segment"]} title={option.title}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
