import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * Indexes over what the view already holds, so that nothing has to be kept in step with it. A query is served by them
 * only where it says the expression or the condition in these very words (`read-moments.ts`).
 */
export class Moments1763800200000 implements MigrationInterface {
  readonly name = 'Moments1763800200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index proj_v1.case_state_passed, proj_v1.case_state_waiting');
  }
}

const STATEMENTS = [
  // Every status that a charge of the case has been through, and why reports stand beside the record.
  `create index case_state_passed on proj_v1.case_state
     using gin ((jsonb_path_query_array(view, '$.charges[*].steps[*].to') || jsonb_path_query_array(view, '$.anomalies[*].why')))`,
  // Cases with a charge or an arrest whose outcome nobody has reported: the one that was quiet longest first.
  `create index case_state_waiting on proj_v1.case_state (changed_at, case_id)
     where alias_of is null and view @? '$.charges[*] ? (@.refiledAs == null && (@.status == "arrested" || @.status == "charged" || @.status == "indicted" || @.status == "committed" || @.status == "pleaded" || @.status == "on_trial" || @.status == "mistrial" || @.status == "vacated"))'`,
];
