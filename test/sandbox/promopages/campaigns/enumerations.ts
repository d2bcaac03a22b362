/** Closed lists of section 4. */
export const CAMPAIGN_TYPES = ['article', 'video', 'post', 'gallery'] as const;
export const STRATEGIES = ['cpm', 'full_read', 'full_view', 'clickout', 'daily_budget'] as const;
export const DEVICES = ['desktop', 'ios', 'android'] as const;
export const GENDERS = ['m', 'f'] as const;
export const AGES = ['0_17', '18_24', '25_34', '35_44', '45_54', '55_99'] as const;
