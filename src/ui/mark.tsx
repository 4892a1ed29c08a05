/** The mark of the house: the dot of the i is the chalk that says "tap here". */
export const MarkShapes = () => (
  <>
    <rect width="40" height="40" rx="9" fill="#125546" />
    <rect
      x="1"
      y="1"
      width="38"
      height="38"
      rx="8"
      fill="none"
      stroke="#BFDDD3"
      stroke-opacity=".55"
      stroke-width="1.5"
    />
    <path
      d="M15 18.5h5.6V29M14.5 30.2h12"
      stroke="#fff"
      stroke-width="3.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      fill="none"
    />
    <circle cx="20.3" cy="10.5" r="4" fill="#FFC93C" />
  </>
);
