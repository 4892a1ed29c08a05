import type { ComponentChildren } from "preact";

/** A form of the desk: posts, with the token that proves it came from this page. */
export const Form = ({
  view,
  action,
  children,
  inline = false,
}: {
  view: { readonly csrf: string };
  action: string;
  children: ComponentChildren;
  inline?: boolean;
}) => (
  <form method="post" action={action} class={inline ? "in" : "f"}>
    <input type="hidden" name="csrf" value={view.csrf} />
    {children}
  </form>
);

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
}: FieldProps) => (
  <label class="field">
    <span>{label}</span>
    <input
      type={type}
      name={name}
      {...(value === undefined ? {} : { value })}
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

/** A labelled box for a few sentences. */
export const Area = ({ label, name, max, hint }: { label: string; name: string; max: number; hint: string }) => (
  <label class="field">
    <span>{label}</span>
    <textarea name={name} maxLength={max} rows={4} required aria-describedby={`${name}-hint`} />
    <small id={`${name}-hint`} class="note">
      {hint}
    </small>
  </label>
);

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
}) => (
  <label class="field">
    <span>{label}</span>
    <select name={name}>
      {options.map((o) => (
        <option value={o.value} selected={o.value === value} key={o.value}>
          {o.label}
        </option>
      ))}
    </select>
  </label>
);
