/** Province 001 to 096, then 0 to 3 for sex and century (Decree 137/2015, art. 13). */
export const couldBeCitizen = (digits: string): boolean => /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/.test(digits);

/** 14 to 16 digits, or 19 as domestic cards may have. */
export const couldBeCard = (digits: string): boolean => /^(?:\d{14,16}|\d{19})$/.test(digits) && luhn(digits);

/** Cards of banks in Viet Nam begin with 9704, whatever their last digit. */
export const domesticCard = (digits: string): boolean => /^9704(?:\d{12}|\d{15})$/.test(digits);

/** A telephone of Viet Nam: mobile (also with the eleven digits of before 2018), landline, and with the country in front. */
export const couldBePhone = (digits: string): boolean =>
  /^(?:0|84|0084)(?:[35789]\d{8}|1[2689]\d{8}|2\d{8,9})$/.test(digits);

const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const d = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
    sum += d > 9 ? d - 9 : d;
  }
  return sum % 10 === 0 && !/^0+$/.test(digits);
};

/** The two letters a number on a health insurance card begins with, by kind of insured person (Decision 1351/QĐ-BHXH). */
export const insured: ReadonlySet<string> = new Set(
  "dn hx ch nn tk hc xk ht tb no ct xb tn cs qn ca cy xn ms cc ck cb kc hd te bt hn dt dk xd ts tc tq ta ty hg ls pv cn hs sv gb gd nd tv th xv tl".split(
    " ",
  ),
);
