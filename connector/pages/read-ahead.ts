import type { Page } from '../rows';

/**
 * Has the next page fetched while this one is worked on, so that the platform and this process work at the same time.
 * Never more than one page is ahead; an error comes after the rows before it, as without.
 *
 * @param pages aborted by whoever stops reading: a page that is under way then is not waited for
 */
export async function* readAhead(pages: AsyncGenerator<Page>): AsyncGenerator<Page> {
	try {
		let coming = pages.next();
		for (;;) {
			const next = await coming;
			if (next.done === true) return;
			coming = pages.next();
			// It is looked at when its turn comes, or never.
			coming.catch(() => undefined);
			yield next.value;
		}
	} finally {
		pages.return(undefined).catch(() => undefined);
	}
}
