import { Rich } from "./rich.tsx";

/** The greeting, written on the board that begins in the head of the page. The words are text, so that they grow and are read aloud. */
export const Board = ({ text }: { text: string }) => (
  <div class="chalk">
    <svg viewBox="0 0 390 128" preserveAspectRatio="none" aria-hidden="true">
      <path
        d="M0 8.500h390M0 20.500h390M0 32.500h390M0 44.500h390M0 56.500h390M0 68.500h390M0 92.500h390M0 104.500h390"
        stroke="#BFDDD3"
        stroke-opacity=".16"
      />
      <path d="M0 80.500h390" stroke="#BFDDD3" stroke-opacity=".5" stroke-width="1.5" />
    </svg>
    <svg viewBox="0 0 390 128" preserveAspectRatio="xMaxYMax meet" aria-hidden="true">
      <g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
        <path d="M300 20c0-5 3-8 8-8l38-1c5 0 8 3 8 8l1 66c0 5-3 8-8 8l-39 1c-5 0-8-3-8-8z" />
        <path d="M311 28l32-.5M311 39l24 .3M311 50l29-.4" stroke-width="2.500" stroke-opacity=".75" />
      </g>
      <circle cx="328" cy="70" r="8.500" fill="#FFC93C" />
      <path
        d="M342 69.500c.4 8-6 14.500-14 14.500s-14.300-6.300-14.200-14c.1-7.800 6.400-14 14-14.200 7.600-.2 13.900 5.800 14.200 13.700z"
        fill="none"
        stroke="#FFC93C"
        stroke-width="2.400"
      />
    </svg>
    <svg viewBox="0 0 390 128" preserveAspectRatio="xMinYMax slice" aria-hidden="true" class="ledge">
      <rect y="108" width="2000" height="20" fill="#0B332B" />
      <rect y="108" width="2000" height="2" fill="#2E8571" />
      <rect x="24" y="101" width="30" height="8" rx="3.500" fill="#fff" />
      <rect x="62" y="102" width="18" height="7" rx="3.500" fill="#FFC93C" transform="rotate(-4 71 105)" />
    </svg>
    <h2 tabIndex={-1}>
      <Rich text={text} />
    </h2>
  </div>
);
