/** Syllables tricks are written with: only towards these are hidden spellings undone, so that ordinary words stay as they are. */
export const known: ReadonlySet<string> = new Set(
  `otp pin ma mat khau khoan khoa tien chuyen chuyenkhoan tai so cong an toa thue phat phi ngan hang link app apk cai
  zalo vneid cccd can cuoc dinh danh dong bo cap nhat kich hoat nop nap thuong trung qua nhan viec nhe luong cao like
  hoa hong cong tac vien gui doc cung gap ngay truy to bat lenh vay von dau tu lai lay nhiem vu don buu pham kien ho`
    .split(/\s+/)
    .filter(Boolean),
);

/** What people write instead of the whole word, in messages and in haste. */
export const short: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: "khong",
    ko: "khong",
    kg: "khong",
    hok: "khong",
    khg: "khong",
    dc: "duoc",
    dk: "duoc",
    ck: "chuyen khoan",
    stk: "so tai khoan",
    tk: "tai khoan",
    mk: "minh",
    nh: "ngan hang",
    vks: "vien kiem sat",
    vksnd: "vien kiem sat",
    tand: "toa an",
    ctv: "cong tac vien",
    vc: "viec",
    lm: "lam",
    nhg: "nhung",
    ntn: "nhu the nao",
    bn: "bao nhieu",
    hnay: "hom nay",
    hn: "hom nay",
    fb: "facebook",
    sp: "san pham",
    tt: "thanh toan",
    ib: "nhan tin",
    inbox: "nhan tin",
    clik: "bam",
    click: "bam",
    add: "ket ban",
    kb: "ket ban",
    pass: "mat khau",
    password: "mat khau",
    tr: "trieu",
    cmnd: "cccd",
    cmt: "cccd",
    ndung: "noi dung",
    gd: "giao dich",
    vs: "voi",
    dt: "dien thoai",
    sdt: "so dien thoai",
  }),
);
