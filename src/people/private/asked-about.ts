/** "123456 làm mật khẩu được không": figures everybody tries first are nobody's secret where somebody asks whether they will do. */
export const askedAbout = (digits: string, plain: string, from: number): boolean =>
  everybodys.test(digits) &&
  /^[^.!\n]{0,60}(?:\b(?:khong|ko|hong|hok|k|chua)\b|\?)/.test(plain.slice(from, from + farthest));
/** As far as the pattern looks: the whole rest of the text behind every number would cost the square of its length. */
const farthest = 70;
/** What everybody tries first. */
export const everybodys = /^(?:(\d)\1{5,7}|1234567?8?|(?:98?)?7?654321|123123|112233)$/;
