/** What the numbers of the rules are for, in Chinese, by the parameter's name. */
export const zhParameters: Readonly<Record<string, string>> = {};
