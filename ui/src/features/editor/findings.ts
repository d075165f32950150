import type { Finding, Severity, Uuid, Waived } from '../../ipc/wire';

const GRAVITY: readonly Severity[] = ['block', 'review', 'info'];

/** What concerns one page in one format only: what holds in every format is told in the inspector, once. */
export function pointsOf(findings: readonly Finding[], page: Uuid, format: string): Finding[] {
  return findings.filter((finding) => finding.page === page && finding.format === format);
}

/** What concerns a page in any format, and the whole creation; the gravest first. */
export function pageFindings(findings: readonly Finding[], page: Uuid): Finding[] {
  return findings
    .filter((finding) => finding.page === page || finding.page === null)
    .toSorted((one, other) => gravity(one) - gravity(other));
}

/** What a person let be on a page, and in the whole creation. */
export function pageWaived(waived: readonly Waived[], page: Uuid): Waived[] {
  return waived.filter(({ finding }) => finding.page === page || finding.page === null);
}

/** The gravest point that asks for something; none when all is well. */
export function gravest(findings: readonly Finding[]): Finding | undefined {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .toSorted((one, other) => gravity(one) - gravity(other))[0];
}

function gravity({ severity }: Finding): number {
  return GRAVITY.indexOf(severity);
}
