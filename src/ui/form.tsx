import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";

/** A form of the desk: posts, with the token that proves it came from this page. */
export const Form = ({
  view,
  action,
  children,
  inline = false,
}: {
  view: { readonly csrf: string; readonly refused?: Refused | null };
  action: string;
  children: ComponentChildren;
  inline?: boolean;
}) => (
  <form method="post" action={action} class={inline ? "in" : "f"}>
    <input type="hidden" name="csrf" value={view.csrf} />
    <Before.Provider value={view.refused?.action === action ? view.refused : null}>{children}</Before.Provider>
  </form>
);

/** A form that came back: which one, because of which field, and what was typed into the others. */
export type Refused = {
  readonly action: string;
  readonly field: string;
  readonly typed: Readonly<Record<string, string>>;
};
const Before = createContext<Refused | null>(null);

/** What was typed into a field before its form came back, and whether the field is why; what was private is not shown again. */
export const useTyped = (name: string): { readonly value: string | undefined; readonly refused: boolean } => {
  const before = useContext(Before);
  const refused = before?.field === name;
  return { value: refused ? "" : before?.typed[name], refused };
};
const why = (refused: boolean) => (refused ? { "aria-invalid": true as const, autofocus: true } : {});

type FieldProps = {
  label: string;
  name: string;
  type?: string;
  value?: string | undefined;
  hint?: string;
  required?: boolean;
  max?: number;
  pattern?: string;
  inputmode?: "numeric" | "tel";
  /** What a password manager may fill in or keep; everything else on the desk is nobody's to remember. */
  complete?: "username" | "current-password" | "new-password" | "one-time-code";
};

/** A labelled box; the hint stands under it where a screen reader finds it. */
export const Field = ({
  label,
  name,
  type = "text",
  value,
  hint,
  required = false,
  max,
  pattern,
  inputmode,
  complete,
}: FieldProps) => {
  const typed = useTyped(name);
  const shown = type === "password" ? undefined : (typed.value ?? value);
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type={type}
        name={name}
        {...(shown === undefined ? {} : { value: shown })}
        {...why(typed.refused)}
        {...(max === undefined ? {} : { maxLength: max })}
        {...(pattern === undefined ? {} : { pattern })}
        {...(inputmode === undefined ? {} : { inputMode: inputmode })}
        {...(hint ? { "aria-describedby": `${name}-hint` } : {})}
        required={required}
        autoComplete={complete ?? "off"}
      />
      {hint && (
        <small id={`${name}-hint`} class="note">
          {hint}
        </small>
      )}
    </label>
  );
};

/** A labelled box for a few sentences. */
export const Area = ({ label, name, max, hint }: { label: string; name: string; max: number; hint: string }) => {
  const typed = useTyped(name);
  return (
    <label class="field">
      <span>{label}</span>
      <textarea name={name} maxLength={max} rows={4} required aria-describedby={`${name}-hint`} {...why(typed.refused)}>
        {typed.value}
      </textarea>
      <small id={`${name}-hint`} class="note">
        {hint}
      </small>
    </label>
  );
};

/** A closed list. */
export const Choose = ({
  label,
  name,
  options,
  value,
}: {
  label: string;
  name: string;
  options: readonly { value: string; label: string }[];
  value?: string;
}) => {
  const chosen = useTyped(name).value ?? value;
  return (
    <label class="field">
      <span>{label}</span>
      <select name={name}>
        {options.map((o) => (
          <option value={o.value} selected={o.value === chosen} key={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </label>
  );
};
