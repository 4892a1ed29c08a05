/** "123456 làm mật khẩu được không": figures everybody tries first are nobody's secret where somebody asks whether they will do. */
export const askedAbout = (digits: string, after: string): boolean =>
  tried.test(digits) && /^[^.!\n]{0,60}(?:\b(?:khong|ko|hong|hok|k|chua)\b|\?)/.test(after);
const tried = /^(?:(\d)\1{5,7}|1234567?8?|(?:98?)?7?654321|123123|112233)$/;
