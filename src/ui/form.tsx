import { type ComponentChildren, createContext } from "preact";
import { useContext, useId } from "preact/hooks";

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
    <Before.Provider value={isRefused(view, action) ? (view.refused ?? null) : null}>{children}</Before.Provider>
  </form>
);

/** A form that came back: which one, why by field and in words, and what was typed. */
export type Refused = {
  readonly action: string;
  readonly faults: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
};
const Before = createContext<Refused | null>(null);

/** Is it this form that came back? What folds it away then stays open. */
export const isRefused = ({ refused }: { readonly refused?: Refused | null }, action: string): boolean =>
  refused?.action.split("?")[0] === action.split("?")[0];

/** What was typed into a field before its form came back, and why it does not hold. */
const useField = (name: string) => {
  const before = useContext(Before);
  const id = useId();
  const fault = before?.faults[name];
  const first = before !== null && Object.keys(before.faults)[0] === name;
  return {
    id,
    fault,
    typed: before === null ? undefined : (before.typed[name] ?? ""),
    /** For the box itself, which the label names by its id. `hint`: there is one, under the id that goes with it. */
    of: (hint: boolean) => {
      const described = [...(fault ? [`${id}-fault`] : []), ...(hint ? [`${id}-hint`] : [])].join(" ");
      return {
        id,
        ...(described ? { "aria-describedby": described } : {}),
        ...(fault ? { "aria-invalid": true as const } : {}),
        ...(first ? { autofocus: true } : {}),
      };
    },
  };
};

/** A labelled box: the label, what goes into it, why it came back, and the hint, where a screen reader finds them. */
const Labelled = ({
  label,
  quiet,
  field,
  hint,
  children,
}: {
  label: string;
  quiet?: boolean | undefined;
  field: ReturnType<typeof useField>;
  hint?: string | undefined;
  children: ComponentChildren;
}) => (
  <div class="field">
    <label for={field.id} class={quiet ? "vh" : undefined}>
      {label}
    </label>
    {children}
    {field.fault && (
      <small id={`${field.id}-fault`} class="fault">
        {`“${label}”: ${field.fault}`}
      </small>
    )}
    {hint && (
      <small id={`${field.id}-hint`} class="note">
        {hint}
      </small>
    )}
  </div>
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
  /** The label is for screen readers alone: in a row whose head says it. */
  quiet?: boolean;
};

/** A box for a line. */
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
  quiet,
}: FieldProps) => {
  const field = useField(name);
  // A password is not sent back, nor a code that works once.
  const secret = type === "password" || complete === "one-time-code";
  const shown = secret ? undefined : (field.typed ?? value);
  return (
    <Labelled label={label} quiet={quiet} field={field} hint={hint}>
      <input
        type={type}
        name={name}
        {...(shown === undefined ? {} : { value: shown })}
        {...field.of(hint !== undefined)}
        {...(max === undefined ? {} : { maxLength: max })}
        {...(pattern === undefined ? {} : { pattern })}
        {...(inputmode === undefined ? {} : { inputMode: inputmode })}
        required={required}
        autoComplete={complete ?? "off"}
      />
    </Labelled>
  );
};

/** A box for a few sentences. `lang`: where what stands in it is not the language of the page. */
export const Area = ({
  label,
  name,
  max,
  hint,
  value,
  rows = 4,
  required = true,
  lang,
}: {
  label: string;
  name: string;
  max: number;
  hint?: string;
  value?: string;
  rows?: number;
  required?: boolean;
  lang?: string;
}) => {
  const field = useField(name);
  return (
    <Labelled label={label} field={field} hint={hint}>
      <textarea
        name={name}
        maxLength={max}
        rows={rows}
        required={required}
        {...(lang === undefined ? {} : { lang })}
        {...field.of(hint !== undefined)}
      >
        {field.typed ?? value}
      </textarea>
    </Labelled>
  );
};

type Option = { readonly value: string; readonly label: string };
type Group = { readonly label: string; readonly options: readonly Option[] };

/** A closed list, in groups where it is long. */
export const Choose = ({
  label,
  name,
  options,
  value,
  required = false,
}: {
  label: string;
  name: string;
  options: readonly (Option | Group)[];
  value?: string;
  required?: boolean;
}) => {
  const field = useField(name);
  const chosen = field.typed ?? value;
  // In two groups the same thing may stand; only the first of them can be the chosen one.
  const all = options.flatMap((o) => ("options" in o ? o.options : [o]));
  const mark = all.find((o) => o.value === chosen);
  const one = (o: Option) => (
    <option value={o.value} selected={o === mark} key={o.value}>
      {o.label}
    </option>
  );
  return (
    <Labelled label={label} field={field}>
      <select name={name} required={required} {...field.of(false)}>
        {options.map((o) =>
          "options" in o ? (
            <optgroup label={o.label} key={o.label}>
              {o.options.map(one)}
            </optgroup>
          ) : (
            one(o)
          ),
        )}
      </select>
    </Labelled>
  );
};

/** A box to tick. */
export const Check = ({ label, name, checked }: { label: string; name: string; checked: boolean }) => {
  const field = useField(name);
  return (
    <label class="check">
      <input
        type="checkbox"
        name={name}
        value="yes"
        checked={field.typed === undefined ? checked : field.typed === "yes"}
        {...field.of(false)}
      />
      <span>{label}</span>
      {field.fault && (
        <small id={`${field.id}-fault`} class="fault">
          {`“${label}”: ${field.fault}`}
        </small>
      )}
    </label>
  );
};
