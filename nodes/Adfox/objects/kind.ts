import type { Method } from '../catalogue';

/** A kind of object that ADFOX keeps, and what can be done with it. The methods are data of the catalogue. */
export interface ObjectKind {
	/** "super campaign" */
	readonly singular: string;
	readonly plural: string;
	/** Method of the editor that lists them. */
	readonly search: string;
	readonly methods: {
		readonly list: Method;
		readonly add: Method;
		readonly modify: Method;
		readonly delete?: Method;
	};
}

/** "Super Campaign", as the editor calls it. */
export function titleOf({ singular }: ObjectKind): string {
	return singular.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** "an advertiser" */
export function withArticle({ singular }: ObjectKind): string {
	return `${/^[aeiou]/.test(singular) ? 'an' : 'a'} ${singular}`;
}
