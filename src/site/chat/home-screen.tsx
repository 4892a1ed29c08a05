import type { ChatWords } from "./words.ts";

export type HomeScreenProps = {
  /** Whose steps are told; "button": the browser puts the page there itself. */
  readonly way: Way;
  readonly add: () => void;
  readonly later: () => void;
};

export type Way = "button" | "android" | "iphone";

/** A quiet line: how the page gets onto the phone's home screen. */
export const HomeScreen = ({ words, way, add, later }: HomeScreenProps & { words: ChatWords }) => (
  <p class="composer-note home-screen">
    {words.homeScreen[way]}{" "}
    {way === "button" ? (
      <button type="button" class="textbtn" onClick={add}>
        {words.homeScreen.add}
      </button>
    ) : null}
    <button type="button" class="textbtn" onClick={later}>
      {words.homeScreen.later}
    </button>
  </p>
);
