"""Whatever was answered is there afterwards: power cuts, restarts, a mail server and a database that go away."""

import asyncio
import time

import pytest
from ledger import in_postgres, in_sqlite
from load import Crowd, post_head, read_answer
from petition import Petition
from program import demo


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_power_cut_among_200_signatures_a_second_loses_none_that_was_answered(tmp_path, sink, request, engine):
    settings = {"SOCLE_SMTP_URL": sink.url}
    if engine == "postgres":
        server = request.getfixturevalue("postgres")
        settings["SOCLE_DATABASE"] = server.create("cut")
    with demo(tmp_path / "data", **settings) as site:
        site.start()
        crowd = Crowd(Petition(site), "cut", rate=200).start()
        time.sleep(4)
        site.kill()
        outcome = crowd.stop()
        assert len(outcome.signed) > 300, f"too few to say anything: {len(outcome.answered)} answers"
        assert outcome.statuses() == {303}

        # The samples of the demo have no mailbox.
        kept = [mailbox for mailbox in (in_sqlite(site) if engine == "sqlite" else in_postgres(server, "cut")) if mailbox]
        assert outcome.signed <= set(kept), "answered, but not there"
        assert len(kept) == len(set(kept)), "someone is there twice"

        site.start()
        # What was claimed at the cut is claimed again once its lease of two minutes is over.
        sink.wait_for(outcome.signed, within=180)
        # The mails in flight at the cut may come twice; a whole batch of others may not.
        came = sink.recipients()
        assert len(came) - len(set(came)) < 60
        assert Petition(site).sign("After the cut", "after.cut@example.org").status == 303


def test_mail_waits_while_the_mail_server_is_away_and_goes_out_when_it_is_back(tmp_path, sink):
    with demo(tmp_path / "data", SOCLE_SMTP_URL=sink.url) as site:
        site.start()
        petition = Petition(site)
        assert petition.sign("Before", "before@example.org").status == 303
        sink.wait_for({"before@example.org"}, within=15)
        sink.stop()
        away = {f"away.{number}@example.org" for number in range(20)}
        for mailbox in away:
            assert petition.sign(mailbox.split("@")[0], mailbox).status == 303
        time.sleep(5)
        assert site.get("/health/ready").status == 200, "a mail server that is away must not take the site out of service"
        sink.start()
        sink.wait_for(away, within=90)


def test_a_stop_lets_the_request_in_flight_finish(tmp_path):
    with demo(tmp_path / "data") as site:
        site.start()
        petition = Petition(site)
        body = petition.body("In Flight", "in.flight@example.org")

        async def story() -> tuple[int, int, float]:
            idle = await asyncio.open_connection("127.0.0.1", site.port)
            reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
            writer.write(post_head(petition, len(body)) + body[:20])
            await writer.drain()
            await asyncio.sleep(0.5)
            began = time.monotonic()
            stopping = asyncio.create_task(asyncio.to_thread(site.stop))
            await asyncio.sleep(1)
            writer.write(body[20:])
            await writer.drain()
            status, _ = await read_answer(reader)
            code = await stopping
            idle[1].close()
            return status, code, time.monotonic() - began

        status, code, seconds = asyncio.run(story())
        assert status == 303
        assert code == 0
        assert seconds < 10
        assert "in.flight@example.org" in in_sqlite(site)


def test_a_stop_under_load_answers_whatever_was_taken(tmp_path):
    with demo(tmp_path / "data") as site:
        site.start()
        crowd = Crowd(Petition(site), "stop", rate=200).start()
        time.sleep(2)
        began = time.monotonic()
        assert site.stop() == 0
        assert time.monotonic() - began < 10
        outcome = crowd.stop()
        assert outcome.statuses() == {303}
        assert outcome.signed <= set(in_sqlite(site))


def test_postgres_restarted_under_load_is_survived_without_a_restart(tmp_path, postgres):
    with demo(tmp_path / "data", SOCLE_DATABASE=postgres.create("restarted")) as site:
        site.start()
        petition = Petition(site)
        crowd = Crowd(petition, "restart", rate=100).start()
        time.sleep(2)
        postgres.restart()
        time.sleep(4)
        outcome = crowd.stop()
        assert outcome.statuses() <= {303, 503}, "while the database is away the answer is 503, never anything unclear"
        assert petition.sign("After the restart", "after.restart@example.org").status == 303
        assert site.get("/health/ready").status == 200
        assert len(outcome.signed) > 100
        assert outcome.signed <= set(in_postgres(postgres, "restarted"))


def test_ready_says_no_while_postgres_is_away(tmp_path, postgres):
    with demo(tmp_path / "data", SOCLE_DATABASE=postgres.create("away")) as site:
        site.start()
        petition = Petition(site)
        postgres.control("stop", "-m", "fast")
        try:
            began = time.monotonic()
            assert petition.sign("Nobody", "nobody@example.org").status == 503
            assert site.get("/health/ready").status == 503
            assert site.get("/health/live").status == 200
            assert time.monotonic() - began < 30
        finally:
            postgres.control("start")
        end = time.monotonic() + 20
        while petition.sign("Back", "back@example.org").status != 303:
            assert time.monotonic() < end, "no recovery"
            time.sleep(0.5)
