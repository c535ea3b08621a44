SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;

CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;

CREATE FUNCTION public.ligzda_municipalities() RETURNS bigint[]
    LANGUAGE sql STABLE
    AS $$
    SELECT CASE current_setting('ligzda.municipalities', true)
        WHEN '*' THEN (SELECT array_agg(id) FROM public.network_municipality)
        ELSE string_to_array(nullif(current_setting('ligzda.municipalities', true), ''), ',')::bigint[]
    END
$$;

CREATE FUNCTION public.ligzda_person() RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
    SELECT nullif(current_setting('ligzda.person', true), '')::bigint
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;
CREATE TABLE public.network_auditevent (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    action character varying(60) NOT NULL,
    object_type character varying(60) NOT NULL,
    object_id bigint NOT NULL,
    before jsonb,
    after jsonb,
    by_id bigint NOT NULL,
    municipality_id bigint,
    CONSTRAINT audit_holds_facts CHECK (((before IS NOT NULL) OR (after IS NOT NULL))),
    CONSTRAINT audit_names_the_action CHECK ((NOT ((action)::text = ''::text)))
);

CREATE FUNCTION public.network_audit_hash(previous text, event public.network_auditevent) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    SELECT encode(sha256(convert_to(previous || jsonb_build_array(
        event.id,
        to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
        event.by_id, event.municipality_id, event.action, event.object_type, event.object_id,
        event.before, event.after
    )::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION public.network_audit_link() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    head network_auditlink%ROWTYPE;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('network_auditlink'));
    SELECT * INTO head FROM network_auditlink ORDER BY number DESC LIMIT 1;
    INSERT INTO network_auditlink (number, event_id, hash) VALUES (
        coalesce(head.number, 0) + 1, NEW.id, network_audit_hash(coalesce(head.hash, ''), NEW)
    );
    RETURN NULL;
END $$;

CREATE FUNCTION public.network_audit_stamp() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.at := statement_timestamp();
    RETURN NEW;
END $$;

CREATE FUNCTION public.pgtrigger_accepted_stays_e55ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_answers_what_is_shown_aa043() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE above newsroom_comment%ROWTYPE;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    SELECT * INTO above FROM newsroom_comment WHERE id = NEW.parent_id FOR SHARE;
                    IF above.article_id <> NEW.article_id
                        OR above.depth + 1 <> NEW.depth
                        OR COALESCE(above.root_id, above.id) <> NEW.root_id
                        OR above.state NOT IN ('shown', 'reported')
                    THEN
                        RAISE EXCEPTION 'the comment answered is not shown here'
                            USING ERRCODE = 'check_violation',
                                  CONSTRAINT = 'comment_answers_what_is_shown';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_68c83() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b4976() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_approved_as_it_stands_3cdb3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF EXISTS (SELECT 1 FROM trial_deviation WHERE corrects_id = NEW.id) THEN
                        RAISE EXCEPTION 'what has been corrected is not approved'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_as_given_b8a6f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'a right stays as it was given; it is ended, and given anew' USING ERRCODE = 'check_violation';
                END;
            $$;

CREATE FUNCTION public.pgtrigger_as_signed_618be() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'what a certificate says stays as it was signed' USING ERRCODE = 'check_violation';
                END;
            $$;

CREATE FUNCTION public.pgtrigger_as_told_a6ed5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'what a session promised at enrolment stays' USING ERRCODE = 'check_violation';
                END;
            $$;

CREATE FUNCTION public.pgtrigger_as_told_e13dd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_as_written_865df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_called_off_once_28210() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    RAISE EXCEPTION 'a session that was called off stays so'
                        USING ERRCODE = 'check_violation';
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_commitment_stays_64a1f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'what was published before a draw cannot be changed' USING ERRCODE = 'check_violation';
                END;
            $$;

CREATE FUNCTION public.pgtrigger_complete_when_published_c67cd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF EXISTS (
                        SELECT 1 FROM blueprints_factor f WHERE NOT EXISTS (
                            SELECT 1 FROM blueprints_versionlevel l
                            WHERE l.version_id = NEW.id AND l.factor_id = f.id
                        )
                    ) THEN
                        RAISE EXCEPTION 'a version is published with one level of every factor'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_corrects_a_slip_of_ones_own_58a93() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF NOT EXISTS (
                        SELECT 1 FROM trial_deviation slip
                        WHERE slip.id = NEW.corrects_id AND slip.approved_at IS NULL
                          AND slip.protocol_id = NEW.protocol_id
                          AND slip.recorded_by_id = NEW.recorded_by_id
                          AND slip.recorded_at >= NEW.recorded_at - INTERVAL '10 minutes'
                    ) THEN
                        RAISE EXCEPTION 'a correction is of a slip of one''s own, in ten minutes'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_counts_changes_28fb6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    NEW.changed_at = now();
                    NEW.sequence = OLD.sequence + (
                        (OLD.begins, OLD.ends, OLD.stands)
                        IS DISTINCT FROM (NEW.begins, NEW.ends, NEW.stands)
                    )::int;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_0087a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_modelversionevent" ("a", "b", "c", "id", "idea_en", "idea_lv", "instructor_fte", "main_risk_en", "main_risk_lv", "manager_fte", "mentor_hours", "model_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "published_at", "published_by_id", "yearly_cost") VALUES (OLD."a", OLD."b", OLD."c", OLD."id", OLD."idea_en", OLD."idea_lv", OLD."instructor_fte", OLD."main_risk_en", OLD."main_risk_lv", OLD."manager_fte", OLD."mentor_hours", OLD."model_id", OLD."number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."places", OLD."published_at", OLD."published_by_id", OLD."yearly_cost"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_03230() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versionlevelevent" ("factor_id", "id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (OLD."factor_id", OLD."id", OLD."level_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_0d5e9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_mentoringmeetingevent" ("day", "id", "minutes", "pair_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") VALUES (OLD."day", OLD."id", OLD."minutes", OLD."pair_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_14923() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_practicelevelevent" ("factor_id", "id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (OLD."factor_id", OLD."id", OLD."level_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_1a06d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_deviationevent" ("actual", "approved_at", "approved_by_id", "bias", "claims", "corrects_id", "happened_on", "id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "protocol_id", "reason", "recorded_at", "recorded_by_id", "seen", "sensitivity") VALUES (OLD."actual", OLD."approved_at", OLD."approved_by_id", OLD."bias", OLD."claims", OLD."corrects_id", OLD."happened_on", OLD."id", OLD."item", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."planned", OLD."protocol_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."seen", OLD."sensitivity"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_1b6e0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_levelevent" ("code", "factor_id", "id", "label_en", "label_lv", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."factor_id", OLD."id", OLD."label_en", OLD."label_lv", OLD."months", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."position"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_1ebd9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_municipalityevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (OLD."code", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."slug"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_20048() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_spanninglevelevent" ("id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plus", "spanning_id") VALUES (OLD."id", OLD."level_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."plus", OLD."spanning_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_228c7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_factorpracticeevent" ("factor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (OLD."factor_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_2a0a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_decisiondocumentevent" ("added_at", "added_by_id", "decision_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public", "sha256", "size", "title") VALUES (OLD."added_at", OLD."added_by_id", OLD."decision_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."public", OLD."sha256", OLD."size", OLD."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_2a0fb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_manualevent" ("added_at", "equipment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "title") VALUES (OLD."added_at", OLD."equipment_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."sha256", OLD."size", OLD."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_2af4d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_certificateevent" ("code", "holder_id", "id", "issued_by_id", "issued_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_by_id", "revoked_on", "supersedes_id", "valid_until", "version_id") VALUES (OLD."code", OLD."holder_id", OLD."id", OLD."issued_by_id", OLD."issued_on", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."revoked_by_id", OLD."revoked_on", OLD."supersedes_id", OLD."valid_until", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_2ec8f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_factorevent" ("code", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question_en", "question_lv") VALUES (OLD."code", OLD."id", OLD."name_en", OLD."name_lv", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."position", OLD."question_en", OLD."question_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_31b47() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_maintenanceevent" ("cost", "done_by", "done_on", "equipment_id", "id", "note", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "what") VALUES (OLD."cost", OLD."done_by", OLD."done_on", OLD."equipment_id", OLD."id", OLD."note", OLD."occupation_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."plan_id", OLD."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_33d7b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_roomplanevent" ("added_at", "height", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "room_id", "sha256", "width") VALUES (OLD."added_at", OLD."height", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."room_id", OLD."sha256", OLD."width"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_3a9bd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_attemptevent" ("asked", "at", "enrolment_id", "id", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "right") VALUES (OLD."asked", OLD."at", OLD."enrolment_id", OLD."id", OLD."passed", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."right"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_412b6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_populationevent" ("id", "inhabitants", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_en", "source_lv", "unit_id") VALUES (OLD."id", OLD."inhabitants", OLD."on", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."source_en", OLD."source_lv", OLD."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_42b42() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_meetingevent" ("begins", "ends", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (OLD."begins", OLD."ends", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."session_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_438a2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_enrolmentevent" ("certificate_id", "entered_by_id", "id", "offered_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "session_id", "signed_at", "signed_by_id", "since", "state") VALUES (OLD."certificate_id", OLD."entered_by_id", OLD."id", OLD."offered_until", OLD."person_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."place", OLD."session_id", OLD."signed_at", OLD."signed_by_id", OLD."since", OLD."state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_4a724() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_maintenanceplanevent" ("counts_from", "ended_on", "equipment_id", "every_hours", "every_months", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."counts_from", OLD."ended_on", OLD."equipment_id", OLD."every_hours", OLD."every_months", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_4c77f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_waitingevent" ("asked_at", "asked_by_id", "begins", "closed", "closed_at", "closed_why", "ends", "equipment_id", "id", "incubator_id", "instructor_id", "offered_at", "offered_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "purpose", "room_id", "told_at") VALUES (OLD."asked_at", OLD."asked_by_id", OLD."begins", OLD."closed", OLD."closed_at", OLD."closed_why", OLD."ends", OLD."equipment_id", OLD."id", OLD."incubator_id", OLD."instructor_id", OLD."offered_at", OLD."offered_until", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."place", OLD."purpose", OLD."room_id", OLD."told_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_4c8ef() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_quotaevent" ("hours", "id", "incubator_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (OLD."hours", OLD."id", OLD."incubator_id", OLD."person_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_4eb91() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_bookingevent" ("begins", "booked_at", "booked_by_id", "changed_at", "checked_in_at", "ends", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "released_at", "sequence", "stands", "uid", "used_by_id") VALUES (OLD."begins", OLD."booked_at", OLD."booked_by_id", OLD."changed_at", OLD."checked_in_at", OLD."ends", OLD."id", OLD."incubator_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."purpose", OLD."released_at", OLD."sequence", OLD."stands", OLD."uid", OLD."used_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_4f0c1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_successionevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."predecessor_id", OLD."successor_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_526ea() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_prerequisiteevent" ("course_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (OLD."course_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_527ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_decisionevent" ("body_en", "body_lv", "document_title_en", "document_title_lv", "document_url", "edited_by_id", "id", "invented", "municipality_id", "permits_en", "permits_lv", "permitted", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_alone", "published_at", "published_by_id", "sitting_on", "source_en", "source_lv", "source_url", "text_en", "text_lv", "valid_until", "votes_abstained", "votes_against", "votes_for") VALUES (OLD."body_en", OLD."body_lv", OLD."document_title_en", OLD."document_title_lv", OLD."document_url", OLD."edited_by_id", OLD."id", OLD."invented", OLD."municipality_id", OLD."permits_en", OLD."permits_lv", OLD."permitted", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."published_alone", OLD."published_at", OLD."published_by_id", OLD."sitting_on", OLD."source_en", OLD."source_lv", OLD."source_url", OLD."text_en", OLD."text_lv", OLD."valid_until", OLD."votes_abstained", OLD."votes_against", OLD."votes_for"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_5500f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_spanningfactorevent" ("code", "id", "minus_en", "minus_lv", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plus_en", "plus_lv", "test_en", "test_lv") VALUES (OLD."code", OLD."id", OLD."minus_en", OLD."minus_lv", OLD."name_en", OLD."name_lv", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."plus_en", OLD."plus_lv", OLD."test_en", OLD."test_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_56840() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_protocolarmevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "version_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."protocol_id", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_5b781() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versiontextevent" ("id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_en", "text_lv", "version_id") VALUES (OLD."id", OLD."item", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."text_en", OLD."text_lv", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_68bd8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_specialdayevent" ("closes", "day", "id", "incubator_id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."closes", OLD."day", OLD."id", OLD."incubator_id", OLD."opens", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reason"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_6948c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versionruleevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "status", "text_en", "text_lv", "version_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."position", OLD."status", OLD."text_en", OLD."text_lv", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_6d1f3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_measureevent" ("added_at", "added_by_id", "id", "incident_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."added_at", OLD."added_by_id", OLD."id", OLD."incident_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."text"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_75519() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_attendanceevent" ("enrolment_id", "entered_at", "entered_by_id", "how", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."enrolment_id", OLD."entered_at", OLD."entered_by_id", OLD."how", OLD."id", OLD."meeting_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_762bc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_adaptationevent" ("id", "incubator_id", "item", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "since", "text", "version_id") VALUES (OLD."id", OLD."incubator_id", OLD."item", OLD."kind", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."since", OLD."text", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_76932() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_incidentevent" ("closed_at", "closed_by_id", "equipment_id", "happened_at", "hurt", "id", "incubator_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "room_id", "what") VALUES (OLD."closed_at", OLD."closed_by_id", OLD."equipment_id", OLD."happened_at", OLD."hurt", OLD."id", OLD."incubator_id", OLD."kind", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."room_id", OLD."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_7b30e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_courseevent" ("arm_id", "draw_id", "during", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."arm_id", OLD."draw_id", OLD."during", OLD."id", OLD."incubator_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_829ec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_roomevent" ("access", "building_id", "floor", "id", "incubator_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "step_free") VALUES (OLD."access", OLD."building_id", OLD."floor", OLD."id", OLD."incubator_id", OLD."name", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."places", OLD."step_free"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_85bfe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_statementcheckevent" ("checked_by_id", "checked_on", "id", "key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "said", "status") VALUES (OLD."checked_by_id", OLD."checked_on", OLD."id", OLD."key", OLD."note", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role", OLD."said", OLD."status"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_8c580() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_orderevent" ("delivered_on", "document", "id", "incubator_id", "invented", "ordered_on", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route_id", "value", "what") VALUES (OLD."delivered_on", OLD."document", OLD."id", OLD."incubator_id", OLD."invented", OLD."ordered_on", OLD."paid_on", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."route_id", OLD."value", OLD."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_8cc71() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_checklistitemevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."position", OLD."text", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_908d0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_conditionspanevent" ("begins", "condition", "ends", "equipment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."begins", OLD."condition", OLD."ends", OLD."equipment_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reason"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_90a24() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_unitevent" ("approximate", "atvk", "id", "kind", "latitude", "longitude", "municipality_id", "name", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."approximate", OLD."atvk", OLD."id", OLD."kind", OLD."latitude", OLD."longitude", OLD."municipality_id", OLD."name", OLD."period", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_9186d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_courseevent" ("code", "id", "invented", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_en", "title_lv") VALUES (OLD."code", OLD."id", OLD."invented", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."title_en", OLD."title_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a04bb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_protocoldocumentevent" ("added_at", "added_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "public", "sha256", "size", "title") VALUES (OLD."added_at", OLD."added_by_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."protocol_id", OLD."public", OLD."sha256", OLD."size", OLD."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ae901() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_confirmationevent" ("confirmed_by_id", "document", "done_on", "id", "incubator_id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_until") VALUES (OLD."confirmed_by_id", OLD."document", OLD."done_on", OLD."id", OLD."incubator_id", OLD."item", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."valid_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_b3e47() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_buildingevent" ("access", "accessible_toilet", "address", "hearing_loop", "highest_floor", "id", "incubator_id", "lift", "lowest_floor", "name", "narrowest_door_cm", "parking", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_free_entrance", "tactile_guidance") VALUES (OLD."access", OLD."accessible_toilet", OLD."address", OLD."hearing_loop", OLD."highest_floor", OLD."id", OLD."incubator_id", OLD."lift", OLD."lowest_floor", OLD."name", OLD."narrowest_door_cm", OLD."parking", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."step_free_entrance", OLD."tactile_guidance"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_b8a4c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versionpracticeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "version_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_b9205() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_fidelityitemevent" ("actual", "assessment_id", "id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned") VALUES (OLD."actual", OLD."assessment_id", OLD."id", OLD."item", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."planned"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_bb38b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_awardrouteevent" ("basis_en", "basis_lv", "code", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recalled", "valid_from", "valid_to") VALUES (OLD."basis_en", OLD."basis_lv", OLD."code", OLD."id", OLD."name_en", OLD."name_lv", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recalled", OLD."valid_from", OLD."valid_to"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_c64f1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_equipmentevent" ("bought_on", "condition", "dangerous", "id", "idle_months", "incubator_id", "life_months", "minutes_after", "minutes_before", "name", "needs_authorisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "retired_on", "room_id", "safety_rules", "serial_number") VALUES (OLD."bought_on", OLD."condition", OLD."dangerous", OLD."id", OLD."idle_months", OLD."incubator_id", OLD."life_months", OLD."minutes_after", OLD."minutes_before", OLD."name", OLD."needs_authorisation", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."price", OLD."retired_on", OLD."room_id", OLD."safety_rules", OLD."serial_number"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_cae72() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_courseversionevent" ("access", "contents", "course_id", "criteria_en", "criteria_lv", "hours", "id", "languages", "machine", "number", "pass_percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "retake_hours", "valid_months") VALUES (OLD."access", OLD."contents", OLD."course_id", OLD."criteria_en", OLD."criteria_lv", OLD."hours", OLD."id", OLD."languages", OLD."machine", OLD."number", OLD."pass_percent", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."published_at", OLD."published_by_id", OLD."retake_hours", OLD."valid_months"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_cf089() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_questionevent" ("answers_en", "answers_lv", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "right", "text", "version_id") VALUES (OLD."answers_en", OLD."answers_lv", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."position", OLD."right", OLD."text", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_d32cf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_orderplanevent" ("id", "incubator_id", "invented", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "sales_target", "what", "year") VALUES (OLD."id", OLD."incubator_id", OLD."invented", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."planned", OLD."sales_target", OLD."what", OLD."year"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_d5274() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_openinghoursevent" ("closes", "id", "incubator_id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (OLD."closes", OLD."id", OLD."incubator_id", OLD."opens", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."weekday"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_d591d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_partnerevent" ("agreement_on", "id", "invented", "kind", "municipality_id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_en", "role_lv", "slug") VALUES (OLD."agreement_on", OLD."id", OLD."invented", OLD."kind", OLD."municipality_id", OLD."name_en", OLD."name_lv", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role_en", OLD."role_lv", OLD."slug"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_d8e47() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_plannedcostevent" ("amount", "category", "id", "incubator_id", "invented", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."category", OLD."id", OLD."incubator_id", OLD."invented", OLD."month", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_dc249() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_protocolversionevent" ("canonical", "changed", "content", "created_at", "created_by_id", "id", "major", "minor", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "registered_at", "registered_by_id", "sha256") VALUES (OLD."canonical", OLD."changed", OLD."content", OLD."created_at", OLD."created_by_id", OLD."id", OLD."major", OLD."minor", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."plan", OLD."registered_at", OLD."registered_by_id", OLD."sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_de709() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_drawevent" ("commitment", "committed_at", "committed_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "problem_hash", "protocol_id", "public_source", "public_value", "revealed_at", "revealed_by_id", "salt", "seed") VALUES (OLD."commitment", OLD."committed_at", OLD."committed_by_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."problem", OLD."problem_hash", OLD."protocol_id", OLD."public_source", OLD."public_value", OLD."revealed_at", OLD."revealed_by_id", OLD."salt", OLD."seed"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_e2c71() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_equipmentphotoevent" ("added_at", "caption", "equipment_id", "height", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "width") VALUES (OLD."added_at", OLD."caption", OLD."equipment_id", OLD."height", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."sha256", OLD."width"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_e4879() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_exclusionevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_en", "reason_lv", "second_id") VALUES (OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reason_en", OLD."reason_lv", OLD."second_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_e54a6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_authorisationevent" ("certificate", "ended_at", "ended_because", "ended_by_id", "ending", "equipment_id", "given_by_id", "id", "incubator_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."certificate", OLD."ended_at", OLD."ended_because", OLD."ended_by_id", OLD."ending", OLD."equipment_id", OLD."given_by_id", OLD."id", OLD."incubator_id", OLD."person_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."since", OLD."until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_e6fc6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_openedmachineevent" ("equipment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (OLD."equipment_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ed33b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_operatingmodelevent" ("code", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (OLD."code", OLD."id", OLD."name_en", OLD."name_lv", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."slug"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_efe5c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_mentoringpairevent" ("confirmed_by_id", "id", "language", "mentor_id", "municipality_id", "participant_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic") VALUES (OLD."confirmed_by_id", OLD."id", OLD."language", OLD."mentor_id", OLD."municipality_id", OLD."participant_id", OLD."period", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."topic"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_f003f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_practiceevent" ("code", "country", "fact_en", "fact_lv", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "sources", "status") VALUES (OLD."code", OLD."country", OLD."fact_en", OLD."fact_lv", OLD."id", OLD."name_en", OLD."name_lv", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."slug", OLD."sources", OLD."status"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_f1d19() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_occupationevent" ("begins", "booking_id", "ends", "equipment_id", "id", "incubator_id", "instructor_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "room_id", "stands", "waiting_id") VALUES (OLD."begins", OLD."booking_id", OLD."ends", OLD."equipment_id", OLD."id", OLD."incubator_id", OLD."instructor_id", OLD."kind", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."place", OLD."reason", OLD."room_id", OLD."stands", OLD."waiting_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_f4c47() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_adaptationworkevent" ("accepted_as", "accepted_by", "accepted_on", "begins_on", "building_id", "contractor", "cost", "ends_on", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (OLD."accepted_as", OLD."accepted_by", OLD."accepted_on", OLD."begins_on", OLD."building_id", OLD."contractor", OLD."cost", OLD."ends_on", OLD."id", OLD."incubator_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_f7f8f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_membershipevent" ("id", "partner_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (OLD."id", OLD."partner_id", OLD."period", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."role", OLD."user_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_fa9fb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_fidelityassessmentevent" ("assessed_on", "assessor_id", "id", "incubator_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "source") VALUES (OLD."assessed_on", OLD."assessor_id", OLD."id", OLD."incubator_id", OLD."note", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."quarter", OLD."source"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_faffd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_incubatorevent" ("address", "building_en", "building_lv", "check_in_minutes", "feasible_models", "feasible_reason_en", "feasible_reason_lv", "id", "invented", "municipality_id", "name_en", "name_lv", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "state", "target_group_en", "target_group_lv") VALUES (OLD."address", OLD."building_en", OLD."building_lv", OLD."check_in_minutes", OLD."feasible_models", OLD."feasible_reason_en", OLD."feasible_reason_lv", OLD."id", OLD."invented", OLD."municipality_id", OLD."name_en", OLD."name_lv", OLD."opens_on", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."slug", OLD."state", OLD."target_group_en", OLD."target_group_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_fb531() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_monthlycostevent" ("amount", "category", "documents", "id", "incubator_id", "invented", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."category", OLD."documents", OLD."id", OLD."incubator_id", OLD."invented", OLD."month", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_fe538() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_sessionevent" ("cancelled_at", "cancelled_because", "cancelled_by_id", "confirmed_at", "decides_at", "id", "language", "least", "link", "most", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "room_id", "trainer_id", "version_id") VALUES (OLD."cancelled_at", OLD."cancelled_because", OLD."cancelled_by_id", OLD."confirmed_at", OLD."decides_at", OLD."id", OLD."language", OLD."least", OLD."link", OLD."most", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."place", OLD."room_id", OLD."trainer_id", OLD."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ff888() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_floweventevent" ("happened_on", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_by_id", "stage") VALUES (OLD."happened_on", OLD."id", OLD."incubator_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reason", OLD."recorded_by_id", OLD."stage"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_edit_leaves_a_step_2d136() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF NOT EXISTS (
                        SELECT FROM newsroom_transition
                        WHERE comment_id = NEW.id AND step = 'edit' AND text_before = OLD.text
                    ) THEN
                        RAISE EXCEPTION 'what was said before is in no step'
                            USING ERRCODE = 'check_violation',
                                  CONSTRAINT = 'comment_edit_leaves_a_step';
                    END IF;
                    RETURN NULL;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_fixed_once_approved_2ba7c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_fixed_once_revealed_15d92() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_fixed_when_published_517d5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF TG_OP <> 'INSERT' AND EXISTS (
                        SELECT 1 FROM network_decision
                        WHERE id = OLD.decision_id AND published_at IS NOT NULL
                    ) OR TG_OP <> 'DELETE' AND EXISTS (
                        SELECT 1 FROM network_decision
                        WHERE id = NEW.decision_id AND published_at IS NOT NULL
                    ) THEN
                        RAISE EXCEPTION 'documents of a published decision stay as they are'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_from_a_registered_protocol_a8291() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF EXISTS (
                        SELECT 1 FROM trial_protocolversion
                        WHERE id = NEW.protocol_id AND registered_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'a deviation departs from a registered protocol'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_frozen_when_registered_3ed24() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM trial_protocolversion
        WHERE id = OLD.protocol_id AND registered_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM trial_protocolversion
        WHERE id = NEW.protocol_id AND registered_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the models of a registered protocol cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_frozen_when_registered_9676b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM trial_protocolversion
        WHERE id = OLD.protocol_id AND registered_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM trial_protocolversion
        WHERE id = NEW.protocol_id AND registered_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the models of a registered protocol cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_goes_by_a_route_of_its_day_a8aa1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF NOT EXISTS (
                        SELECT FROM incubators_awardroute route WHERE route.id = NEW.route_id
                            AND NEW.ordered_on >= route.valid_from
                            AND (route.valid_to IS NULL OR NEW.ordered_on <= route.valid_to)
                    ) THEN
                        RAISE EXCEPTION 'the award route was not in force on the day of the order'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_has_the_floors_of_its_rooms_ffe1d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF EXISTS (
                        SELECT 1 FROM incubators_room WHERE building_id = NEW.id
                        AND floor NOT BETWEEN NEW.lowest_floor AND NEW.highest_floor
                    ) THEN
                        RAISE EXCEPTION 'a room lies on a floor that the building has no longer'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_immutable_when_published_278ff() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM blueprints_modelversion WHERE id = OLD.version_id AND published_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM blueprints_modelversion WHERE id = NEW.version_id AND published_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'a published version of a model cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_immutable_when_published_47b98() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM training_courseversion WHERE id = OLD.version_id AND published_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM training_courseversion WHERE id = NEW.version_id AND published_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'a published version of a course cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_immutable_when_published_5aff1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM training_courseversion WHERE id = OLD.version_id AND published_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM training_courseversion WHERE id = NEW.version_id AND published_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'a published version of a course cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_immutable_when_published_83a36() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM blueprints_modelversion WHERE id = OLD.version_id AND published_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM blueprints_modelversion WHERE id = NEW.version_id AND published_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'a published version of a model cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_immutable_when_published_c3563() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM blueprints_modelversion WHERE id = OLD.version_id AND published_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM blueprints_modelversion WHERE id = NEW.version_id AND published_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'a published version of a model cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_immutable_when_published_d3219() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_immutable_when_published_eccbe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_immutable_when_published_ef101() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM training_courseversion WHERE id = OLD.version_id AND published_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM training_courseversion WHERE id = NEW.version_id AND published_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'a published version of a course cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_immutable_when_published_fc6ed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM blueprints_modelversion WHERE id = OLD.version_id AND published_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM blueprints_modelversion WHERE id = NEW.version_id AND published_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'a published version of a model cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_immutable_when_registered_2b6f5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_021cc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_mentoringmeetingevent" ("day", "id", "minutes", "pair_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") VALUES (NEW."day", NEW."id", NEW."minutes", NEW."pair_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_088ab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_statementcheckevent" ("checked_by_id", "checked_on", "id", "key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "said", "status") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."key", NEW."note", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role", NEW."said", NEW."status"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_0928f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_specialdayevent" ("closes", "day", "id", "incubator_id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."closes", NEW."day", NEW."id", NEW."incubator_id", NEW."opens", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_0e953() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_buildingevent" ("access", "accessible_toilet", "address", "hearing_loop", "highest_floor", "id", "incubator_id", "lift", "lowest_floor", "name", "narrowest_door_cm", "parking", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_free_entrance", "tactile_guidance") VALUES (NEW."access", NEW."accessible_toilet", NEW."address", NEW."hearing_loop", NEW."highest_floor", NEW."id", NEW."incubator_id", NEW."lift", NEW."lowest_floor", NEW."name", NEW."narrowest_door_cm", NEW."parking", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."step_free_entrance", NEW."tactile_guidance"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_164e1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_maintenanceplanevent" ("counts_from", "ended_on", "equipment_id", "every_hours", "every_months", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (NEW."counts_from", NEW."ended_on", NEW."equipment_id", NEW."every_hours", NEW."every_months", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_1ae0c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versionruleevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "status", "text_en", "text_lv", "version_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position", NEW."status", NEW."text_en", NEW."text_lv", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_1fdd7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_fidelityitemevent" ("actual", "assessment_id", "id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned") VALUES (NEW."actual", NEW."assessment_id", NEW."id", NEW."item", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."planned"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_21b0b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_occupationevent" ("begins", "booking_id", "ends", "equipment_id", "id", "incubator_id", "instructor_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "room_id", "stands", "waiting_id") VALUES (NEW."begins", NEW."booking_id", NEW."ends", NEW."equipment_id", NEW."id", NEW."incubator_id", NEW."instructor_id", NEW."kind", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place", NEW."reason", NEW."room_id", NEW."stands", NEW."waiting_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2286a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_openedmachineevent" ("equipment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (NEW."equipment_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_22a52() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_attemptevent" ("asked", "at", "enrolment_id", "id", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "right") VALUES (NEW."asked", NEW."at", NEW."enrolment_id", NEW."id", NEW."passed", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."right"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_22be2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_factorevent" ("code", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question_en", "question_lv") VALUES (NEW."code", NEW."id", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position", NEW."question_en", NEW."question_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_271c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_plannedcostevent" ("amount", "category", "id", "incubator_id", "invented", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."category", NEW."id", NEW."incubator_id", NEW."invented", NEW."month", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2d5c1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versionpracticeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "version_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2f8e4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_authorisationevent" ("certificate", "ended_at", "ended_because", "ended_by_id", "ending", "equipment_id", "given_by_id", "id", "incubator_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."certificate", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."ending", NEW."equipment_id", NEW."given_by_id", NEW."id", NEW."incubator_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."since", NEW."until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_37824() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_practiceevent" ("code", "country", "fact_en", "fact_lv", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "sources", "status") VALUES (NEW."code", NEW."country", NEW."fact_en", NEW."fact_lv", NEW."id", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."slug", NEW."sources", NEW."status"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_3daa6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_measureevent" ("added_at", "added_by_id", "id", "incident_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."incident_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."text"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_406a2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_maintenanceevent" ("cost", "done_by", "done_on", "equipment_id", "id", "note", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "what") VALUES (NEW."cost", NEW."done_by", NEW."done_on", NEW."equipment_id", NEW."id", NEW."note", NEW."occupation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."plan_id", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_42e3b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_roomplanevent" ("added_at", "height", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "room_id", "sha256", "width") VALUES (NEW."added_at", NEW."height", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."room_id", NEW."sha256", NEW."width"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_43301() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_unitevent" ("approximate", "atvk", "id", "kind", "latitude", "longitude", "municipality_id", "name", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."approximate", NEW."atvk", NEW."id", NEW."kind", NEW."latitude", NEW."longitude", NEW."municipality_id", NEW."name", NEW."period", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_49dcb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_incubatorevent" ("address", "building_en", "building_lv", "check_in_minutes", "feasible_models", "feasible_reason_en", "feasible_reason_lv", "id", "invented", "municipality_id", "name_en", "name_lv", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "state", "target_group_en", "target_group_lv") VALUES (NEW."address", NEW."building_en", NEW."building_lv", NEW."check_in_minutes", NEW."feasible_models", NEW."feasible_reason_en", NEW."feasible_reason_lv", NEW."id", NEW."invented", NEW."municipality_id", NEW."name_en", NEW."name_lv", NEW."opens_on", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."slug", NEW."state", NEW."target_group_en", NEW."target_group_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_52cd5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_protocolarmevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "version_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."protocol_id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_55d32() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_adaptationworkevent" ("accepted_as", "accepted_by", "accepted_on", "begins_on", "building_id", "contractor", "cost", "ends_on", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (NEW."accepted_as", NEW."accepted_by", NEW."accepted_on", NEW."begins_on", NEW."building_id", NEW."contractor", NEW."cost", NEW."ends_on", NEW."id", NEW."incubator_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5aa18() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_levelevent" ("code", "factor_id", "id", "label_en", "label_lv", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."factor_id", NEW."id", NEW."label_en", NEW."label_lv", NEW."months", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5aae5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versiontextevent" ("id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_en", "text_lv", "version_id") VALUES (NEW."id", NEW."item", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."text_en", NEW."text_lv", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5ca66() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_equipmentevent" ("bought_on", "condition", "dangerous", "id", "idle_months", "incubator_id", "life_months", "minutes_after", "minutes_before", "name", "needs_authorisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "retired_on", "room_id", "safety_rules", "serial_number") VALUES (NEW."bought_on", NEW."condition", NEW."dangerous", NEW."id", NEW."idle_months", NEW."incubator_id", NEW."life_months", NEW."minutes_after", NEW."minutes_before", NEW."name", NEW."needs_authorisation", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."price", NEW."retired_on", NEW."room_id", NEW."safety_rules", NEW."serial_number"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_60ad7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_exclusionevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_en", "reason_lv", "second_id") VALUES (NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason_en", NEW."reason_lv", NEW."second_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_637cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_openinghoursevent" ("closes", "id", "incubator_id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (NEW."closes", NEW."id", NEW."incubator_id", NEW."opens", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."weekday"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_7042e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_manualevent" ("added_at", "equipment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "title") VALUES (NEW."added_at", NEW."equipment_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."sha256", NEW."size", NEW."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_7879c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_confirmationevent" ("confirmed_by_id", "document", "done_on", "id", "incubator_id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_until") VALUES (NEW."confirmed_by_id", NEW."document", NEW."done_on", NEW."id", NEW."incubator_id", NEW."item", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."valid_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_7accd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_deviationevent" ("actual", "approved_at", "approved_by_id", "bias", "claims", "corrects_id", "happened_on", "id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "protocol_id", "reason", "recorded_at", "recorded_by_id", "seen", "sensitivity") VALUES (NEW."actual", NEW."approved_at", NEW."approved_by_id", NEW."bias", NEW."claims", NEW."corrects_id", NEW."happened_on", NEW."id", NEW."item", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."planned", NEW."protocol_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."seen", NEW."sensitivity"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_7b123() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_populationevent" ("id", "inhabitants", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_en", "source_lv", "unit_id") VALUES (NEW."id", NEW."inhabitants", NEW."on", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."source_en", NEW."source_lv", NEW."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_80494() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_protocolversionevent" ("canonical", "changed", "content", "created_at", "created_by_id", "id", "major", "minor", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "registered_at", "registered_by_id", "sha256") VALUES (NEW."canonical", NEW."changed", NEW."content", NEW."created_at", NEW."created_by_id", NEW."id", NEW."major", NEW."minor", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."plan", NEW."registered_at", NEW."registered_by_id", NEW."sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8c23b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_spanninglevelevent" ("id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plus", "spanning_id") VALUES (NEW."id", NEW."level_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."plus", NEW."spanning_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_909c3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_certificateevent" ("code", "holder_id", "id", "issued_by_id", "issued_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_by_id", "revoked_on", "supersedes_id", "valid_until", "version_id") VALUES (NEW."code", NEW."holder_id", NEW."id", NEW."issued_by_id", NEW."issued_on", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."revoked_by_id", NEW."revoked_on", NEW."supersedes_id", NEW."valid_until", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_91665() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_spanningfactorevent" ("code", "id", "minus_en", "minus_lv", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plus_en", "plus_lv", "test_en", "test_lv") VALUES (NEW."code", NEW."id", NEW."minus_en", NEW."minus_lv", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."plus_en", NEW."plus_lv", NEW."test_en", NEW."test_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_97bb8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_checklistitemevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position", NEW."text", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_9826d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_questionevent" ("answers_en", "answers_lv", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "right", "text", "version_id") VALUES (NEW."answers_en", NEW."answers_lv", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."position", NEW."right", NEW."text", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_98a98() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_incidentevent" ("closed_at", "closed_by_id", "equipment_id", "happened_at", "hurt", "id", "incubator_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "room_id", "what") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."equipment_id", NEW."happened_at", NEW."hurt", NEW."id", NEW."incubator_id", NEW."kind", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."room_id", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_9bfb3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_bookingevent" ("begins", "booked_at", "booked_by_id", "changed_at", "checked_in_at", "ends", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "released_at", "sequence", "stands", "uid", "used_by_id") VALUES (NEW."begins", NEW."booked_at", NEW."booked_by_id", NEW."changed_at", NEW."checked_in_at", NEW."ends", NEW."id", NEW."incubator_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."purpose", NEW."released_at", NEW."sequence", NEW."stands", NEW."uid", NEW."used_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_9f0a5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_orderplanevent" ("id", "incubator_id", "invented", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "sales_target", "what", "year") VALUES (NEW."id", NEW."incubator_id", NEW."invented", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."planned", NEW."sales_target", NEW."what", NEW."year"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_a4c5f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_roomevent" ("access", "building_id", "floor", "id", "incubator_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "step_free") VALUES (NEW."access", NEW."building_id", NEW."floor", NEW."id", NEW."incubator_id", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."places", NEW."step_free"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_a9841() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_quotaevent" ("hours", "id", "incubator_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."hours", NEW."id", NEW."incubator_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_aa0a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_waitingevent" ("asked_at", "asked_by_id", "begins", "closed", "closed_at", "closed_why", "ends", "equipment_id", "id", "incubator_id", "instructor_id", "offered_at", "offered_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "purpose", "room_id", "told_at") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."begins", NEW."closed", NEW."closed_at", NEW."closed_why", NEW."ends", NEW."equipment_id", NEW."id", NEW."incubator_id", NEW."instructor_id", NEW."offered_at", NEW."offered_until", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place", NEW."purpose", NEW."room_id", NEW."told_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ab727() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_monthlycostevent" ("amount", "category", "documents", "id", "incubator_id", "invented", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."category", NEW."documents", NEW."id", NEW."incubator_id", NEW."invented", NEW."month", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_b42ab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_fidelityassessmentevent" ("assessed_on", "assessor_id", "id", "incubator_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "source") VALUES (NEW."assessed_on", NEW."assessor_id", NEW."id", NEW."incubator_id", NEW."note", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."quarter", NEW."source"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_b6c2f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_conditionspanevent" ("begins", "condition", "ends", "equipment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."begins", NEW."condition", NEW."ends", NEW."equipment_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_bfc1a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_courseevent" ("code", "id", "invented", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_en", "title_lv") VALUES (NEW."code", NEW."id", NEW."invented", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."title_en", NEW."title_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c0cd0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_modelversionevent" ("a", "b", "c", "id", "idea_en", "idea_lv", "instructor_fte", "main_risk_en", "main_risk_lv", "manager_fte", "mentor_hours", "model_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "published_at", "published_by_id", "yearly_cost") VALUES (NEW."a", NEW."b", NEW."c", NEW."id", NEW."idea_en", NEW."idea_lv", NEW."instructor_fte", NEW."main_risk_en", NEW."main_risk_lv", NEW."manager_fte", NEW."mentor_hours", NEW."model_id", NEW."number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."places", NEW."published_at", NEW."published_by_id", NEW."yearly_cost"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c1a12() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_municipalityevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."code", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."slug"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c2793() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_protocoldocumentevent" ("added_at", "added_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "public", "sha256", "size", "title") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."protocol_id", NEW."public", NEW."sha256", NEW."size", NEW."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c2fa8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_drawevent" ("commitment", "committed_at", "committed_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "problem_hash", "protocol_id", "public_source", "public_value", "revealed_at", "revealed_by_id", "salt", "seed") VALUES (NEW."commitment", NEW."committed_at", NEW."committed_by_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."problem", NEW."problem_hash", NEW."protocol_id", NEW."public_source", NEW."public_value", NEW."revealed_at", NEW."revealed_by_id", NEW."salt", NEW."seed"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c3fe7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_enrolmentevent" ("certificate_id", "entered_by_id", "id", "offered_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "session_id", "signed_at", "signed_by_id", "since", "state") VALUES (NEW."certificate_id", NEW."entered_by_id", NEW."id", NEW."offered_until", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place", NEW."session_id", NEW."signed_at", NEW."signed_by_id", NEW."since", NEW."state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c4796() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_courseversionevent" ("access", "contents", "course_id", "criteria_en", "criteria_lv", "hours", "id", "languages", "machine", "number", "pass_percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "retake_hours", "valid_months") VALUES (NEW."access", NEW."contents", NEW."course_id", NEW."criteria_en", NEW."criteria_lv", NEW."hours", NEW."id", NEW."languages", NEW."machine", NEW."number", NEW."pass_percent", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."published_at", NEW."published_by_id", NEW."retake_hours", NEW."valid_months"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c71fd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_orderevent" ("delivered_on", "document", "id", "incubator_id", "invented", "ordered_on", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route_id", "value", "what") VALUES (NEW."delivered_on", NEW."document", NEW."id", NEW."incubator_id", NEW."invented", NEW."ordered_on", NEW."paid_on", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."route_id", NEW."value", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c7ed7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_floweventevent" ("happened_on", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_by_id", "stage") VALUES (NEW."happened_on", NEW."id", NEW."incubator_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."recorded_by_id", NEW."stage"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_cc8a9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_factorpracticeevent" ("factor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (NEW."factor_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_cfe41() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_operatingmodelevent" ("code", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."code", NEW."id", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."slug"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d1198() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_practicelevelevent" ("factor_id", "id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (NEW."factor_id", NEW."id", NEW."level_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d3dfc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_successionevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."predecessor_id", NEW."successor_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d6c4a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_mentoringpairevent" ("confirmed_by_id", "id", "language", "mentor_id", "municipality_id", "participant_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic") VALUES (NEW."confirmed_by_id", NEW."id", NEW."language", NEW."mentor_id", NEW."municipality_id", NEW."participant_id", NEW."period", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."topic"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d9b6b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_prerequisiteevent" ("course_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (NEW."course_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_db677() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_partnerevent" ("agreement_on", "id", "invented", "kind", "municipality_id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_en", "role_lv", "slug") VALUES (NEW."agreement_on", NEW."id", NEW."invented", NEW."kind", NEW."municipality_id", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role_en", NEW."role_lv", NEW."slug"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_dfc28() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_membershipevent" ("id", "partner_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."id", NEW."partner_id", NEW."period", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_dfdc8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_awardrouteevent" ("basis_en", "basis_lv", "code", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recalled", "valid_from", "valid_to") VALUES (NEW."basis_en", NEW."basis_lv", NEW."code", NEW."id", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recalled", NEW."valid_from", NEW."valid_to"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_e11b0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_equipmentphotoevent" ("added_at", "caption", "equipment_id", "height", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "width") VALUES (NEW."added_at", NEW."caption", NEW."equipment_id", NEW."height", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."sha256", NEW."width"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_e3b74() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_adaptationevent" ("id", "incubator_id", "item", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "since", "text", "version_id") VALUES (NEW."id", NEW."incubator_id", NEW."item", NEW."kind", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."since", NEW."text", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_e422a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versionlevelevent" ("factor_id", "id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (NEW."factor_id", NEW."id", NEW."level_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_e932a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_sessionevent" ("cancelled_at", "cancelled_because", "cancelled_by_id", "confirmed_at", "decides_at", "id", "language", "least", "link", "most", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "room_id", "trainer_id", "version_id") VALUES (NEW."cancelled_at", NEW."cancelled_because", NEW."cancelled_by_id", NEW."confirmed_at", NEW."decides_at", NEW."id", NEW."language", NEW."least", NEW."link", NEW."most", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place", NEW."room_id", NEW."trainer_id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ecf74() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_decisionevent" ("body_en", "body_lv", "document_title_en", "document_title_lv", "document_url", "edited_by_id", "id", "invented", "municipality_id", "permits_en", "permits_lv", "permitted", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_alone", "published_at", "published_by_id", "sitting_on", "source_en", "source_lv", "source_url", "text_en", "text_lv", "valid_until", "votes_abstained", "votes_against", "votes_for") VALUES (NEW."body_en", NEW."body_lv", NEW."document_title_en", NEW."document_title_lv", NEW."document_url", NEW."edited_by_id", NEW."id", NEW."invented", NEW."municipality_id", NEW."permits_en", NEW."permits_lv", NEW."permitted", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."published_alone", NEW."published_at", NEW."published_by_id", NEW."sitting_on", NEW."source_en", NEW."source_lv", NEW."source_url", NEW."text_en", NEW."text_lv", NEW."valid_until", NEW."votes_abstained", NEW."votes_against", NEW."votes_for"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_f2dbc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_courseevent" ("arm_id", "draw_id", "during", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."arm_id", NEW."draw_id", NEW."during", NEW."id", NEW."incubator_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_f3456() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_attendanceevent" ("enrolment_id", "entered_at", "entered_by_id", "how", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."enrolment_id", NEW."entered_at", NEW."entered_by_id", NEW."how", NEW."id", NEW."meeting_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_f4acc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_decisiondocumentevent" ("added_at", "added_by_id", "decision_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public", "sha256", "size", "title") VALUES (NEW."added_at", NEW."added_by_id", NEW."decision_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."public", NEW."sha256", NEW."size", NEW."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_fd687() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_meetingevent" ("begins", "ends", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (NEW."begins", NEW."ends", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."session_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_is_of_its_session_d94ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF (SELECT session_id FROM training_enrolment WHERE id = NEW.enrolment_id)
                        <> (SELECT session_id FROM training_meeting WHERE id = NEW.meeting_id)
                    THEN
                        RAISE EXCEPTION 'this meeting is of another session'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_keeps_its_conditions_54681() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE moment timestamptz := clock_timestamp();
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF TG_OP = 'UPDATE' THEN
                        IF NEW.condition = OLD.condition THEN RETURN NULL; END IF;
                        UPDATE incubators_conditionspan SET ends = moment
                            WHERE equipment_id = NEW.id AND ends IS NULL;
                    END IF;
                    INSERT INTO incubators_conditionspan (equipment_id, condition, begins, reason)
                        VALUES (NEW.id, NEW.condition, moment, '');
                    RETURN NULL;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_5d1b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_leaves_no_negative_cost_f88b9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF NEW.amount + coalesce((
                        SELECT sum(there.amount) FROM (
                            SELECT amount, incubator_id, month, category
                                FROM incubators_monthlycost
                            UNION ALL
                            SELECT amount, incubator_id, month, category
                                FROM incubators_costcorrection
                        ) there
                        WHERE there.incubator_id = NEW.incubator_id
                            AND there.month = NEW.month AND there.category = NEW.category
                    ), 0) < 0 THEN
                        RAISE EXCEPTION 'the correction is larger than the cost'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_lies_on_a_floor_of_its_building_b6106() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    PERFORM 1 FROM incubators_building WHERE id = NEW.building_id
                        AND NEW.floor NOT BETWEEN lowest_floor AND highest_floor FOR SHARE;
                    IF FOUND THEN
                        RAISE EXCEPTION 'a room lies on a floor of its building'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_life_094b3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE _is_valid_transition BOOLEAN;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    SELECT CONCAT(OLD."state", ':', NEW."state") = ANY('{appealed:confirmed,appealed:shown,confirmed:appealed,held:rejected,held:shown,held:withdrawn,rejected:appealed,rejected:held,removed:appealed,removed:reported,removed:shown,reported:removed,reported:shown,reported:withdrawn,shown:appealed,shown:held,shown:removed,shown:reported,shown:withdrawn,withdrawn:held,withdrawn:reported,withdrawn:shown}'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION 'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_never_deleted_cf864() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_never_deleted_df7e1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_never_deleted_e92b5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_only_added_b4adc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_only_emptied_3f981() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF NEW.credential || NEW.holder_name <> '' THEN
                        RAISE EXCEPTION 'a certificate is emptied as a whole, never changed'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_only_ever_added_17e81() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    RAISE EXCEPTION 'measures of the log are only ever added'
                        USING ERRCODE = 'check_violation';
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_only_feasible_models_57e2d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF EXISTS (
                        SELECT 1 FROM incubators_incubator i
                        WHERE i.id = NEW.incubator_id AND i.feasible_models IS NOT NULL
                          AND NOT EXISTS (
                            SELECT 1 FROM trial_protocolarm a
                            JOIN blueprints_modelversion v ON v.id = a.version_id
                            JOIN blueprints_operatingmodel m ON m.id = v.model_id
                            WHERE a.id = NEW.arm_id AND m.code = ANY (i.feasible_models)
                        )
                    ) THEN
                        RAISE EXCEPTION 'this incubator cannot run this model'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF NOT EXISTS (
                        SELECT 1 FROM trial_protocolarm a
                        JOIN trial_draw d ON d.protocol_id = a.protocol_id
                        WHERE a.id = NEW.arm_id AND d.id = NEW.draw_id
                          AND d.revealed_at IS NOT NULL
                    ) THEN
                        RAISE EXCEPTION 'a course follows from a revealed draw of its own protocol'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_only_published_da73a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF EXISTS (
                        SELECT 1 FROM blueprints_modelversion
                        WHERE id = NEW.version_id AND published_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'a protocol tests published versions of models only'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_place_is_in_the_session_55df4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF NEW.place > (SELECT most FROM training_session WHERE id = NEW.session_id)
                    THEN
                        RAISE EXCEPTION 'there is no such place in this session'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_revoked_once_a5b9d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    RAISE EXCEPTION 'a revocation stays'
                        USING ERRCODE = 'check_violation';
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_stays_676ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_stays_closed_a169e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_stays_once_closed_b67f7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF EXISTS (
                        SELECT FROM incubators_closedmonth closed WHERE
                            (closed.incubator_id, closed.month) IN (
                                (OLD.incubator_id, OLD.month), (NEW.incubator_id, NEW.month)
                            )
                    ) THEN
                        RAISE EXCEPTION 'the month is closed'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN coalesce(NEW, OLD);
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_stays_when_closed_d403c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    RAISE EXCEPTION 'a closed incident stays as it is'
                        USING ERRCODE = 'check_violation';
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_unchanged_93cba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_00c78() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_modelversionevent" ("a", "b", "c", "id", "idea_en", "idea_lv", "instructor_fte", "main_risk_en", "main_risk_lv", "manager_fte", "mentor_hours", "model_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "published_at", "published_by_id", "yearly_cost") VALUES (NEW."a", NEW."b", NEW."c", NEW."id", NEW."idea_en", NEW."idea_lv", NEW."instructor_fte", NEW."main_risk_en", NEW."main_risk_lv", NEW."manager_fte", NEW."mentor_hours", NEW."model_id", NEW."number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."places", NEW."published_at", NEW."published_by_id", NEW."yearly_cost"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_037f0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_drawevent" ("commitment", "committed_at", "committed_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "problem_hash", "protocol_id", "public_source", "public_value", "revealed_at", "revealed_by_id", "salt", "seed") VALUES (NEW."commitment", NEW."committed_at", NEW."committed_by_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."problem", NEW."problem_hash", NEW."protocol_id", NEW."public_source", NEW."public_value", NEW."revealed_at", NEW."revealed_by_id", NEW."salt", NEW."seed"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_048df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_spanningfactorevent" ("code", "id", "minus_en", "minus_lv", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plus_en", "plus_lv", "test_en", "test_lv") VALUES (NEW."code", NEW."id", NEW."minus_en", NEW."minus_lv", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."plus_en", NEW."plus_lv", NEW."test_en", NEW."test_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_0bdbc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_roomevent" ("access", "building_id", "floor", "id", "incubator_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "step_free") VALUES (NEW."access", NEW."building_id", NEW."floor", NEW."id", NEW."incubator_id", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."places", NEW."step_free"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_0fda8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_spanninglevelevent" ("id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plus", "spanning_id") VALUES (NEW."id", NEW."level_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."plus", NEW."spanning_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_136d3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_quotaevent" ("hours", "id", "incubator_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."hours", NEW."id", NEW."incubator_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_18e8d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versiontextevent" ("id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_en", "text_lv", "version_id") VALUES (NEW."id", NEW."item", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."text_en", NEW."text_lv", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_1b4bd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_orderevent" ("delivered_on", "document", "id", "incubator_id", "invented", "ordered_on", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "route_id", "value", "what") VALUES (NEW."delivered_on", NEW."document", NEW."id", NEW."incubator_id", NEW."invented", NEW."ordered_on", NEW."paid_on", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."route_id", NEW."value", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_1e783() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_specialdayevent" ("closes", "day", "id", "incubator_id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."closes", NEW."day", NEW."id", NEW."incubator_id", NEW."opens", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_27da0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_courseevent" ("code", "id", "invented", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title_en", "title_lv") VALUES (NEW."code", NEW."id", NEW."invented", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."title_en", NEW."title_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_2bd19() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_mentoringmeetingevent" ("day", "id", "minutes", "pair_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") VALUES (NEW."day", NEW."id", NEW."minutes", NEW."pair_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_2d725() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_levelevent" ("code", "factor_id", "id", "label_en", "label_lv", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."factor_id", NEW."id", NEW."label_en", NEW."label_lv", NEW."months", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_30092() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_certificateevent" ("code", "holder_id", "id", "issued_by_id", "issued_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_by_id", "revoked_on", "supersedes_id", "valid_until", "version_id") VALUES (NEW."code", NEW."holder_id", NEW."id", NEW."issued_by_id", NEW."issued_on", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."revoked_by_id", NEW."revoked_on", NEW."supersedes_id", NEW."valid_until", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_30183() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_maintenanceplanevent" ("counts_from", "ended_on", "equipment_id", "every_hours", "every_months", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (NEW."counts_from", NEW."ended_on", NEW."equipment_id", NEW."every_hours", NEW."every_months", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_30b82() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_occupationevent" ("begins", "booking_id", "ends", "equipment_id", "id", "incubator_id", "instructor_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "room_id", "stands", "waiting_id") VALUES (NEW."begins", NEW."booking_id", NEW."ends", NEW."equipment_id", NEW."id", NEW."incubator_id", NEW."instructor_id", NEW."kind", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place", NEW."reason", NEW."room_id", NEW."stands", NEW."waiting_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_33f81() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_courseevent" ("arm_id", "draw_id", "during", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."arm_id", NEW."draw_id", NEW."during", NEW."id", NEW."incubator_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_36803() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_buildingevent" ("access", "accessible_toilet", "address", "hearing_loop", "highest_floor", "id", "incubator_id", "lift", "lowest_floor", "name", "narrowest_door_cm", "parking", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_free_entrance", "tactile_guidance") VALUES (NEW."access", NEW."accessible_toilet", NEW."address", NEW."hearing_loop", NEW."highest_floor", NEW."id", NEW."incubator_id", NEW."lift", NEW."lowest_floor", NEW."name", NEW."narrowest_door_cm", NEW."parking", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."step_free_entrance", NEW."tactile_guidance"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_39c3a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_enrolmentevent" ("certificate_id", "entered_by_id", "id", "offered_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "session_id", "signed_at", "signed_by_id", "since", "state") VALUES (NEW."certificate_id", NEW."entered_by_id", NEW."id", NEW."offered_until", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place", NEW."session_id", NEW."signed_at", NEW."signed_by_id", NEW."since", NEW."state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_3af87() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_practiceevent" ("code", "country", "fact_en", "fact_lv", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "sources", "status") VALUES (NEW."code", NEW."country", NEW."fact_en", NEW."fact_lv", NEW."id", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."slug", NEW."sources", NEW."status"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_3f8a1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_equipmentphotoevent" ("added_at", "caption", "equipment_id", "height", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "width") VALUES (NEW."added_at", NEW."caption", NEW."equipment_id", NEW."height", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."sha256", NEW."width"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4047b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_fidelityassessmentevent" ("assessed_on", "assessor_id", "id", "incubator_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "source") VALUES (NEW."assessed_on", NEW."assessor_id", NEW."id", NEW."incubator_id", NEW."note", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."quarter", NEW."source"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_41d9e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_roomplanevent" ("added_at", "height", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "room_id", "sha256", "width") VALUES (NEW."added_at", NEW."height", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."room_id", NEW."sha256", NEW."width"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_466c5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_partnerevent" ("agreement_on", "id", "invented", "kind", "municipality_id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_en", "role_lv", "slug") VALUES (NEW."agreement_on", NEW."id", NEW."invented", NEW."kind", NEW."municipality_id", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role_en", NEW."role_lv", NEW."slug"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4c696() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versionruleevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "status", "text_en", "text_lv", "version_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position", NEW."status", NEW."text_en", NEW."text_lv", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4d472() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_successionevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."predecessor_id", NEW."successor_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4f7da() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_sessionevent" ("cancelled_at", "cancelled_because", "cancelled_by_id", "confirmed_at", "decides_at", "id", "language", "least", "link", "most", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "room_id", "trainer_id", "version_id") VALUES (NEW."cancelled_at", NEW."cancelled_because", NEW."cancelled_by_id", NEW."confirmed_at", NEW."decides_at", NEW."id", NEW."language", NEW."least", NEW."link", NEW."most", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place", NEW."room_id", NEW."trainer_id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_50ec6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_openedmachineevent" ("equipment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (NEW."equipment_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_518cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_decisiondocumentevent" ("added_at", "added_by_id", "decision_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public", "sha256", "size", "title") VALUES (NEW."added_at", NEW."added_by_id", NEW."decision_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."public", NEW."sha256", NEW."size", NEW."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_55c33() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_fidelityitemevent" ("actual", "assessment_id", "id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned") VALUES (NEW."actual", NEW."assessment_id", NEW."id", NEW."item", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."planned"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_56aa7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_membershipevent" ("id", "partner_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id") VALUES (NEW."id", NEW."partner_id", NEW."period", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role", NEW."user_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5f126() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_monthlycostevent" ("amount", "category", "documents", "id", "incubator_id", "invented", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."category", NEW."documents", NEW."id", NEW."incubator_id", NEW."invented", NEW."month", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5f6be() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_incubatorevent" ("address", "building_en", "building_lv", "check_in_minutes", "feasible_models", "feasible_reason_en", "feasible_reason_lv", "id", "invented", "municipality_id", "name_en", "name_lv", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "state", "target_group_en", "target_group_lv") VALUES (NEW."address", NEW."building_en", NEW."building_lv", NEW."check_in_minutes", NEW."feasible_models", NEW."feasible_reason_en", NEW."feasible_reason_lv", NEW."id", NEW."invented", NEW."municipality_id", NEW."name_en", NEW."name_lv", NEW."opens_on", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."slug", NEW."state", NEW."target_group_en", NEW."target_group_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_6481f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_unitevent" ("approximate", "atvk", "id", "kind", "latitude", "longitude", "municipality_id", "name", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."approximate", NEW."atvk", NEW."id", NEW."kind", NEW."latitude", NEW."longitude", NEW."municipality_id", NEW."name", NEW."period", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_690d2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_municipalityevent" ("code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."code", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."slug"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_6c69a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_manualevent" ("added_at", "equipment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "title") VALUES (NEW."added_at", NEW."equipment_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."sha256", NEW."size", NEW."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_6c9c7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_maintenanceevent" ("cost", "done_by", "done_on", "equipment_id", "id", "note", "occupation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "what") VALUES (NEW."cost", NEW."done_by", NEW."done_on", NEW."equipment_id", NEW."id", NEW."note", NEW."occupation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."plan_id", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_6d561() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_practicelevelevent" ("factor_id", "id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (NEW."factor_id", NEW."id", NEW."level_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_77763() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_deviationevent" ("actual", "approved_at", "approved_by_id", "bias", "claims", "corrects_id", "happened_on", "id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "protocol_id", "reason", "recorded_at", "recorded_by_id", "seen", "sensitivity") VALUES (NEW."actual", NEW."approved_at", NEW."approved_by_id", NEW."bias", NEW."claims", NEW."corrects_id", NEW."happened_on", NEW."id", NEW."item", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."planned", NEW."protocol_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."seen", NEW."sensitivity"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_7d8bf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_authorisationevent" ("certificate", "ended_at", "ended_because", "ended_by_id", "ending", "equipment_id", "given_by_id", "id", "incubator_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."certificate", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."ending", NEW."equipment_id", NEW."given_by_id", NEW."id", NEW."incubator_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."since", NEW."until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_830cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_courseversionevent" ("access", "contents", "course_id", "criteria_en", "criteria_lv", "hours", "id", "languages", "machine", "number", "pass_percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "retake_hours", "valid_months") VALUES (NEW."access", NEW."contents", NEW."course_id", NEW."criteria_en", NEW."criteria_lv", NEW."hours", NEW."id", NEW."languages", NEW."machine", NEW."number", NEW."pass_percent", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."published_at", NEW."published_by_id", NEW."retake_hours", NEW."valid_months"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_84473() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_orderplanevent" ("id", "incubator_id", "invented", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "sales_target", "what", "year") VALUES (NEW."id", NEW."incubator_id", NEW."invented", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."planned", NEW."sales_target", NEW."what", NEW."year"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_859b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_decisionevent" ("body_en", "body_lv", "document_title_en", "document_title_lv", "document_url", "edited_by_id", "id", "invented", "municipality_id", "permits_en", "permits_lv", "permitted", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_alone", "published_at", "published_by_id", "sitting_on", "source_en", "source_lv", "source_url", "text_en", "text_lv", "valid_until", "votes_abstained", "votes_against", "votes_for") VALUES (NEW."body_en", NEW."body_lv", NEW."document_title_en", NEW."document_title_lv", NEW."document_url", NEW."edited_by_id", NEW."id", NEW."invented", NEW."municipality_id", NEW."permits_en", NEW."permits_lv", NEW."permitted", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."published_alone", NEW."published_at", NEW."published_by_id", NEW."sitting_on", NEW."source_en", NEW."source_lv", NEW."source_url", NEW."text_en", NEW."text_lv", NEW."valid_until", NEW."votes_abstained", NEW."votes_against", NEW."votes_for"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_87918() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_conditionspanevent" ("begins", "condition", "ends", "equipment_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."begins", NEW."condition", NEW."ends", NEW."equipment_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8b904() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_attendanceevent" ("enrolment_id", "entered_at", "entered_by_id", "how", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."enrolment_id", NEW."entered_at", NEW."entered_by_id", NEW."how", NEW."id", NEW."meeting_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8f9c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_measureevent" ("added_at", "added_by_id", "id", "incident_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."incident_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."text"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_93267() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_attemptevent" ("asked", "at", "enrolment_id", "id", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "right") VALUES (NEW."asked", NEW."at", NEW."enrolment_id", NEW."id", NEW."passed", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."right"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9c41c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_checklistitemevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position", NEW."text", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9d43e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_floweventevent" ("happened_on", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_by_id", "stage") VALUES (NEW."happened_on", NEW."id", NEW."incubator_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."recorded_by_id", NEW."stage"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9e8d8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_plannedcostevent" ("amount", "category", "id", "incubator_id", "invented", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."amount", NEW."category", NEW."id", NEW."incubator_id", NEW."invented", NEW."month", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_a0ed9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_meetingevent" ("begins", "ends", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (NEW."begins", NEW."ends", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."session_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_a638c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_openinghoursevent" ("closes", "id", "incubator_id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (NEW."closes", NEW."id", NEW."incubator_id", NEW."opens", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."weekday"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_a64bf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_adaptationevent" ("id", "incubator_id", "item", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "since", "text", "version_id") VALUES (NEW."id", NEW."incubator_id", NEW."item", NEW."kind", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."since", NEW."text", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_af7d5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_protocolarmevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "version_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."protocol_id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b0546() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versionpracticeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "version_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b61dc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_incidentevent" ("closed_at", "closed_by_id", "equipment_id", "happened_at", "hurt", "id", "incubator_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "room_id", "what") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."equipment_id", NEW."happened_at", NEW."hurt", NEW."id", NEW."incubator_id", NEW."kind", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."room_id", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b7bae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_exclusionevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_en", "reason_lv", "second_id") VALUES (NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason_en", NEW."reason_lv", NEW."second_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b9012() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_adaptationworkevent" ("accepted_as", "accepted_by", "accepted_on", "begins_on", "building_id", "contractor", "cost", "ends_on", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what") VALUES (NEW."accepted_as", NEW."accepted_by", NEW."accepted_on", NEW."begins_on", NEW."building_id", NEW."contractor", NEW."cost", NEW."ends_on", NEW."id", NEW."incubator_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_ba4bd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_mentoringpairevent" ("confirmed_by_id", "id", "language", "mentor_id", "municipality_id", "participant_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic") VALUES (NEW."confirmed_by_id", NEW."id", NEW."language", NEW."mentor_id", NEW."municipality_id", NEW."participant_id", NEW."period", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."topic"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_bd5cc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_versionlevelevent" ("factor_id", "id", "level_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (NEW."factor_id", NEW."id", NEW."level_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_bfea1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_statementcheckevent" ("checked_by_id", "checked_on", "id", "key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "said", "status") VALUES (NEW."checked_by_id", NEW."checked_on", NEW."id", NEW."key", NEW."note", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role", NEW."said", NEW."status"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_c1593() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_waitingevent" ("asked_at", "asked_by_id", "begins", "closed", "closed_at", "closed_why", "ends", "equipment_id", "id", "incubator_id", "instructor_id", "offered_at", "offered_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "purpose", "room_id", "told_at") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."begins", NEW."closed", NEW."closed_at", NEW."closed_why", NEW."ends", NEW."equipment_id", NEW."id", NEW."incubator_id", NEW."instructor_id", NEW."offered_at", NEW."offered_until", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place", NEW."purpose", NEW."room_id", NEW."told_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_c21c8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "network_populationevent" ("id", "inhabitants", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_en", "source_lv", "unit_id") VALUES (NEW."id", NEW."inhabitants", NEW."on", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."source_en", NEW."source_lv", NEW."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_c7c32() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_equipmentevent" ("bought_on", "condition", "dangerous", "id", "idle_months", "incubator_id", "life_months", "minutes_after", "minutes_before", "name", "needs_authorisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "retired_on", "room_id", "safety_rules", "serial_number") VALUES (NEW."bought_on", NEW."condition", NEW."dangerous", NEW."id", NEW."idle_months", NEW."incubator_id", NEW."life_months", NEW."minutes_after", NEW."minutes_before", NEW."name", NEW."needs_authorisation", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."price", NEW."retired_on", NEW."room_id", NEW."safety_rules", NEW."serial_number"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_cd1ca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_factorevent" ("code", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question_en", "question_lv") VALUES (NEW."code", NEW."id", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position", NEW."question_en", NEW."question_lv"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_d9db5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_confirmationevent" ("confirmed_by_id", "document", "done_on", "id", "incubator_id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_until") VALUES (NEW."confirmed_by_id", NEW."document", NEW."done_on", NEW."id", NEW."incubator_id", NEW."item", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."valid_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_dd2dc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_prerequisiteevent" ("course_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") VALUES (NEW."course_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_df17b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_protocoldocumentevent" ("added_at", "added_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "public", "sha256", "size", "title") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."protocol_id", NEW."public", NEW."sha256", NEW."size", NEW."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e3ef2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_factorpracticeevent" ("factor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (NEW."factor_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e4415() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "blueprints_operatingmodelevent" ("code", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."code", NEW."id", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."slug"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e447f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "training_questionevent" ("answers_en", "answers_lv", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "right", "text", "version_id") VALUES (NEW."answers_en", NEW."answers_lv", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."position", NEW."right", NEW."text", NEW."version_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f6cd3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_bookingevent" ("begins", "booked_at", "booked_by_id", "changed_at", "checked_in_at", "ends", "id", "incubator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "released_at", "sequence", "stands", "uid", "used_by_id") VALUES (NEW."begins", NEW."booked_at", NEW."booked_by_id", NEW."changed_at", NEW."checked_in_at", NEW."ends", NEW."id", NEW."incubator_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."purpose", NEW."released_at", NEW."sequence", NEW."stands", NEW."uid", NEW."used_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_fbd10() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "trial_protocolversionevent" ("canonical", "changed", "content", "created_at", "created_by_id", "id", "major", "minor", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "registered_at", "registered_by_id", "sha256") VALUES (NEW."canonical", NEW."changed", NEW."content", NEW."created_at", NEW."created_by_id", NEW."id", NEW."major", NEW."minor", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."plan", NEW."registered_at", NEW."registered_by_id", NEW."sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_fef57() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "incubators_awardrouteevent" ("basis_en", "basis_lv", "code", "id", "name_en", "name_lv", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recalled", "valid_from", "valid_to") VALUES (NEW."basis_en", NEW."basis_lv", NEW."code", NEW."id", NEW."name_en", NEW."name_lv", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recalled", NEW."valid_from", NEW."valid_to"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_words_stay_ff009() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'a recorded deviation cannot be reworded' USING ERRCODE = 'check_violation';
                END;
            $$;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.training_managed() RETURNS bigint[]
    LANGUAGE sql STABLE
    AS $$
    SELECT array_agg(partner.municipality_id)
    FROM public.network_membership held
    JOIN public.network_partner partner ON partner.id = held.partner_id
    WHERE held.user_id = public.ligzda_person() AND held.role = 'incubator_manager'
        AND held.period @> (pg_catalog.now() AT TIME ZONE 'Europe/Riga')::date
$$;

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_exclusion (
    id bigint NOT NULL,
    reason_lv character varying(300) NOT NULL,
    reason_en character varying(300) NOT NULL,
    first_id bigint NOT NULL,
    second_id bigint NOT NULL,
    CONSTRAINT exclusion_in_order CHECK ((first_id < second_id))
);

ALTER TABLE public.blueprints_exclusion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_exclusion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_exclusionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    reason_lv character varying(300) NOT NULL,
    reason_en character varying(300) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    first_id bigint NOT NULL,
    second_id bigint NOT NULL
);

ALTER TABLE public.blueprints_exclusionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_exclusionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_factor (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    name_lv character varying(100) NOT NULL,
    name_en character varying(100) NOT NULL,
    question_lv character varying(200) NOT NULL,
    question_en character varying(200) NOT NULL,
    CONSTRAINT blueprints_factor_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.blueprints_factor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_factor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_factorevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    name_lv character varying(100) NOT NULL,
    name_en character varying(100) NOT NULL,
    question_lv character varying(200) NOT NULL,
    question_en character varying(200) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT blueprints_factorevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.blueprints_factorevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_factorevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_factorpractice (
    id bigint NOT NULL,
    factor_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

ALTER TABLE public.blueprints_factorpractice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_factorpractice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_factorpracticeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    factor_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

ALTER TABLE public.blueprints_factorpracticeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_factorpracticeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_level (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    label_lv character varying(200) NOT NULL,
    label_en character varying(200) NOT NULL,
    factor_id bigint NOT NULL,
    months smallint,
    CONSTRAINT blueprints_level_months_check CHECK ((months >= 0)),
    CONSTRAINT blueprints_level_position_check CHECK (("position" >= 0)),
    CONSTRAINT level_lasts_some_months CHECK (((months IS NULL) OR (months > 0)))
);

ALTER TABLE public.blueprints_level ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_level_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_levelevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    label_lv character varying(200) NOT NULL,
    label_en character varying(200) NOT NULL,
    factor_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    months smallint,
    CONSTRAINT blueprints_levelevent_months_check CHECK ((months >= 0)),
    CONSTRAINT blueprints_levelevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.blueprints_levelevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_levelevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_modelversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    a boolean NOT NULL,
    b boolean NOT NULL,
    c boolean NOT NULL,
    idea_lv text NOT NULL,
    idea_en text NOT NULL,
    main_risk_lv character varying(300) NOT NULL,
    main_risk_en character varying(300) NOT NULL,
    manager_fte numeric(3,1) NOT NULL,
    instructor_fte numeric(3,1) NOT NULL,
    mentor_hours smallint NOT NULL,
    places smallint NOT NULL,
    yearly_cost numeric(9,2),
    published_at timestamp with time zone,
    published_by_id bigint,
    model_id bigint NOT NULL,
    CONSTRAINT blueprints_modelversion_mentor_hours_check CHECK ((mentor_hours >= 0)),
    CONSTRAINT blueprints_modelversion_number_check CHECK ((number >= 0)),
    CONSTRAINT blueprints_modelversion_places_check CHECK ((places >= 0)),
    CONSTRAINT version_has_places_and_a_manager CHECK (((instructor_fte >= (0)::numeric) AND (manager_fte > (0)::numeric) AND (places > 0))),
    CONSTRAINT version_numbers_begin_at_one CHECK ((number > 0)),
    CONSTRAINT version_published_by_somebody_at_some_time CHECK ((((published_at IS NULL) AND (published_by_id IS NULL)) OR ((published_at IS NOT NULL) AND (published_by_id IS NOT NULL))))
);

ALTER TABLE public.blueprints_modelversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_modelversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_modelversionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number smallint NOT NULL,
    a boolean NOT NULL,
    b boolean NOT NULL,
    c boolean NOT NULL,
    idea_lv text NOT NULL,
    idea_en text NOT NULL,
    main_risk_lv character varying(300) NOT NULL,
    main_risk_en character varying(300) NOT NULL,
    manager_fte numeric(3,1) NOT NULL,
    instructor_fte numeric(3,1) NOT NULL,
    mentor_hours smallint NOT NULL,
    places smallint NOT NULL,
    yearly_cost numeric(9,2),
    published_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    published_by_id bigint,
    model_id bigint NOT NULL,
    CONSTRAINT blueprints_modelversionevent_mentor_hours_check CHECK ((mentor_hours >= 0)),
    CONSTRAINT blueprints_modelversionevent_number_check CHECK ((number >= 0)),
    CONSTRAINT blueprints_modelversionevent_places_check CHECK ((places >= 0))
);

ALTER TABLE public.blueprints_modelversionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_modelversionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_operatingmodel (
    id bigint NOT NULL,
    code character varying(4) NOT NULL,
    slug character varying(60) NOT NULL,
    name_lv character varying(100) NOT NULL,
    name_en character varying(100) NOT NULL,
    CONSTRAINT model_code_is_m_and_number CHECK (((code)::text ~ '^M[1-9][0-9]?$'::text))
);

ALTER TABLE public.blueprints_operatingmodel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_operatingmodel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_operatingmodelevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(4) NOT NULL,
    slug character varying(60) NOT NULL,
    name_lv character varying(100) NOT NULL,
    name_en character varying(100) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.blueprints_operatingmodelevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_operatingmodelevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_practice (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    slug character varying(60) NOT NULL,
    name_lv character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    country character varying(2) NOT NULL,
    fact_lv text NOT NULL,
    fact_en text NOT NULL,
    status character varying(10) NOT NULL,
    sources character varying(300)[] NOT NULL,
    CONSTRAINT practice_country_has_two_letters CHECK (((country)::text ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT practice_has_a_source CHECK ((NOT (sources = '{}'::character varying(300)[]))),
    CONSTRAINT practice_status_is_known CHECK (((status)::text = ANY ((ARRAY['seen'::character varying, 'recalled'::character varying])::text[])))
);

ALTER TABLE public.blueprints_practice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_practice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_practiceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    slug character varying(60) NOT NULL,
    name_lv character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    country character varying(2) NOT NULL,
    fact_lv text NOT NULL,
    fact_en text NOT NULL,
    status character varying(10) NOT NULL,
    sources character varying(300)[] NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.blueprints_practiceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_practiceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_practicelevel (
    id bigint NOT NULL,
    factor_id bigint NOT NULL,
    level_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

ALTER TABLE public.blueprints_practicelevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_practicelevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_practicelevelevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    factor_id bigint NOT NULL,
    level_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

ALTER TABLE public.blueprints_practicelevelevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_practicelevelevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_spanningfactor (
    id bigint NOT NULL,
    code character varying(1) NOT NULL,
    name_lv character varying(100) NOT NULL,
    name_en character varying(100) NOT NULL,
    minus_lv text NOT NULL,
    minus_en text NOT NULL,
    plus_lv text NOT NULL,
    plus_en text NOT NULL,
    test_lv text NOT NULL,
    test_en text NOT NULL,
    CONSTRAINT spanning_factor_is_a_b_or_c CHECK (((code)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying, 'C'::character varying])::text[])))
);

ALTER TABLE public.blueprints_spanningfactor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_spanningfactor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_spanningfactorevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(1) NOT NULL,
    name_lv character varying(100) NOT NULL,
    name_en character varying(100) NOT NULL,
    minus_lv text NOT NULL,
    minus_en text NOT NULL,
    plus_lv text NOT NULL,
    plus_en text NOT NULL,
    test_lv text NOT NULL,
    test_en text NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.blueprints_spanningfactorevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_spanningfactorevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_spanninglevel (
    id bigint NOT NULL,
    plus boolean NOT NULL,
    level_id bigint NOT NULL,
    spanning_id bigint NOT NULL
);

ALTER TABLE public.blueprints_spanninglevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_spanninglevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_spanninglevelevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    plus boolean NOT NULL,
    level_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    spanning_id bigint NOT NULL
);

ALTER TABLE public.blueprints_spanninglevelevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_spanninglevelevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_versionlevel (
    id bigint NOT NULL,
    factor_id bigint NOT NULL,
    level_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.blueprints_versionlevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_versionlevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_versionlevelevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    factor_id bigint NOT NULL,
    level_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.blueprints_versionlevelevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_versionlevelevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_versionpractice (
    id bigint NOT NULL,
    practice_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.blueprints_versionpractice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_versionpractice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_versionpracticeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.blueprints_versionpracticeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_versionpracticeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_versionrule (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text_lv character varying(300) NOT NULL,
    text_en character varying(300) NOT NULL,
    status character varying(10) NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT blueprints_versionrule_position_check CHECK (("position" >= 0)),
    CONSTRAINT version_rule_status_is_known CHECK (((status)::text = ANY ((ARRAY['seen'::character varying, 'recalled'::character varying])::text[])))
);

ALTER TABLE public.blueprints_versionrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_versionrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_versionruleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text_lv character varying(300) NOT NULL,
    text_en character varying(300) NOT NULL,
    status character varying(10) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT blueprints_versionruleevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.blueprints_versionruleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_versionruleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_versiontext (
    id bigint NOT NULL,
    item character varying(20) NOT NULL,
    text_lv text NOT NULL,
    text_en text NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT version_text_item_is_known CHECK (((item)::text = ANY ((ARRAY['why'::character varying, 'materials'::character varying, 'procedures'::character varying, 'tailoring'::character varying])::text[])))
);

ALTER TABLE public.blueprints_versiontext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_versiontext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.blueprints_versiontextevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    item character varying(20) NOT NULL,
    text_lv text NOT NULL,
    text_en text NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.blueprints_versiontextevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.blueprints_versiontextevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE public.incubators_adaptationwork (
    id bigint NOT NULL,
    what character varying(200) NOT NULL,
    contractor character varying(200) NOT NULL,
    cost numeric(12,2) NOT NULL,
    begins_on date NOT NULL,
    ends_on date NOT NULL,
    accepted_on date,
    accepted_by character varying(120) NOT NULL,
    accepted_as character varying(60) NOT NULL,
    incubator_id bigint NOT NULL,
    building_id bigint NOT NULL,
    CONSTRAINT work_accepted_by_somebody_as_a_document CHECK (((((accepted_as)::text = ''::text) AND ((accepted_by)::text = ''::text) AND (accepted_on IS NULL)) OR ((accepted_on >= begins_on) AND (NOT ((accepted_by)::text = ''::text)) AND (NOT ((accepted_as)::text = ''::text))))),
    CONSTRAINT work_cost_is_not_negative CHECK ((cost >= (0)::numeric)),
    CONSTRAINT work_ends_after_it_begins CHECK ((begins_on <= ends_on)),
    CONSTRAINT work_says_what_and_by_whom CHECK (((NOT ((what)::text = ''::text)) AND (NOT ((contractor)::text = ''::text))))
);

ALTER TABLE public.incubators_adaptationwork ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_adaptationwork_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_adaptationworkevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    what character varying(200) NOT NULL,
    contractor character varying(200) NOT NULL,
    cost numeric(12,2) NOT NULL,
    begins_on date NOT NULL,
    ends_on date NOT NULL,
    accepted_on date,
    accepted_by character varying(120) NOT NULL,
    accepted_as character varying(60) NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    building_id bigint NOT NULL
);

ALTER TABLE public.incubators_adaptationworkevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_adaptationworkevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_authorisation (
    id bigint NOT NULL,
    certificate character varying(10) NOT NULL,
    since date NOT NULL,
    until date,
    ended_at timestamp with time zone,
    ending character varying(10) NOT NULL,
    ended_because character varying(200) NOT NULL,
    ended_by_id bigint,
    equipment_id bigint NOT NULL,
    given_by_id bigint NOT NULL,
    incubator_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT authorisation_ended_by_somebody_at_some_time CHECK ((((ended_at IS NULL) AND ((ended_because)::text = ''::text) AND (ended_by_id IS NULL) AND ((ending)::text = ''::text)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL) AND ((ending)::text = ANY ((ARRAY['revoked'::character varying, 'superseded'::character varying, 'closed'::character varying, 'withdrawn'::character varying])::text[]))))),
    CONSTRAINT authorisation_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT authorisation_says_what_gave_it CHECK ((NOT ((certificate)::text = ''::text))),
    CONSTRAINT authorisation_withdrawn_says_why CHECK (((NOT ((ending)::text = 'withdrawn'::text)) OR (NOT ((ended_because)::text = ''::text))))
);

ALTER TABLE public.incubators_authorisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_authorisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_authorisationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    certificate character varying(10) NOT NULL,
    since date NOT NULL,
    until date,
    ended_at timestamp with time zone,
    ending character varying(10) NOT NULL,
    ended_because character varying(200) NOT NULL,
    ended_by_id bigint,
    equipment_id bigint NOT NULL,
    given_by_id bigint NOT NULL,
    incubator_id bigint NOT NULL,
    person_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.incubators_authorisationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_authorisationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_awardroute (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name_lv character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    basis_lv character varying(400) NOT NULL,
    basis_en character varying(400) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    recalled boolean NOT NULL,
    CONSTRAINT award_route_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

ALTER TABLE public.incubators_awardroute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_awardroute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_awardrouteevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name_lv character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    basis_lv character varying(400) NOT NULL,
    basis_en character varying(400) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    recalled boolean NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.incubators_awardrouteevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_awardrouteevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_booking (
    id bigint NOT NULL,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    purpose character varying(120) NOT NULL,
    stands boolean NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    booked_by_id bigint NOT NULL,
    incubator_id bigint NOT NULL,
    changed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    checked_in_at timestamp with time zone,
    released_at timestamp with time zone,
    sequence integer DEFAULT 0 NOT NULL,
    uid uuid DEFAULT gen_random_uuid() NOT NULL,
    used_by_id bigint,
    CONSTRAINT booking_ends_later CHECK ((begins < ends)),
    CONSTRAINT booking_released_is_of_nobody_who_came CHECK (((released_at IS NULL) OR ((checked_in_at IS NULL) AND (NOT stands)))),
    CONSTRAINT booking_says_what_for CHECK ((NOT ((purpose)::text = ''::text))),
    CONSTRAINT incubators_booking_sequence_check CHECK ((sequence >= 0))
);

ALTER TABLE public.incubators_booking ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_booking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_bookingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    purpose character varying(120) NOT NULL,
    stands boolean NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    booked_by_id bigint NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    changed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    checked_in_at timestamp with time zone,
    released_at timestamp with time zone,
    sequence integer DEFAULT 0 NOT NULL,
    uid uuid DEFAULT gen_random_uuid() NOT NULL,
    used_by_id bigint,
    CONSTRAINT incubators_bookingevent_sequence_check CHECK ((sequence >= 0))
);

ALTER TABLE public.incubators_bookingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_bookingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_building (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    address character varying(200) NOT NULL,
    lowest_floor smallint NOT NULL,
    highest_floor smallint NOT NULL,
    step_free_entrance boolean,
    lift boolean,
    accessible_toilet boolean,
    parking boolean,
    tactile_guidance boolean,
    hearing_loop boolean,
    narrowest_door_cm smallint,
    access jsonb NOT NULL,
    incubator_id bigint NOT NULL,
    CONSTRAINT building_door_is_a_door CHECK (((narrowest_door_cm IS NULL) OR ((narrowest_door_cm >= 30) AND (narrowest_door_cm <= 500)))),
    CONSTRAINT building_floors_are_in_order CHECK (((highest_floor <= 50) AND (lowest_floor >= '-5'::integer) AND (lowest_floor <= highest_floor))),
    CONSTRAINT building_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT incubators_building_access_check CHECK (((jsonb_typeof(access) = 'object'::text) AND ((access - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((access -> 'lv'::text)) = 'string'::text), false) AND ((char_length((access ->> 'lv'::text)) >= 0) AND (char_length((access ->> 'lv'::text)) <= 1000)) AND (btrim((access ->> 'lv'::text), ' 	
'::text) = (access ->> 'lv'::text)) AND COALESCE((jsonb_typeof((access -> 'en'::text)) = 'string'::text), false) AND ((char_length((access ->> 'en'::text)) >= 0) AND (char_length((access ->> 'en'::text)) <= 1000)) AND (btrim((access ->> 'en'::text), ' 	
'::text) = (access ->> 'en'::text)))),
    CONSTRAINT incubators_building_narrowest_door_cm_check CHECK ((narrowest_door_cm >= 0))
);

ALTER TABLE public.incubators_building ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_building_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_buildingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    address character varying(200) NOT NULL,
    lowest_floor smallint NOT NULL,
    highest_floor smallint NOT NULL,
    step_free_entrance boolean,
    lift boolean,
    accessible_toilet boolean,
    parking boolean,
    tactile_guidance boolean,
    hearing_loop boolean,
    narrowest_door_cm smallint,
    access jsonb NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT incubators_buildingevent_access_check CHECK (((jsonb_typeof(access) = 'object'::text) AND ((access - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((access -> 'lv'::text)) = 'string'::text), false) AND ((char_length((access ->> 'lv'::text)) >= 0) AND (char_length((access ->> 'lv'::text)) <= 1000)) AND (btrim((access ->> 'lv'::text), ' 	
'::text) = (access ->> 'lv'::text)) AND COALESCE((jsonb_typeof((access -> 'en'::text)) = 'string'::text), false) AND ((char_length((access ->> 'en'::text)) >= 0) AND (char_length((access ->> 'en'::text)) <= 1000)) AND (btrim((access ->> 'en'::text), ' 	
'::text) = (access ->> 'en'::text)))),
    CONSTRAINT incubators_buildingevent_narrowest_door_cm_check CHECK ((narrowest_door_cm >= 0))
);

ALTER TABLE public.incubators_buildingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_buildingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_closedmonth (
    id bigint NOT NULL,
    month date NOT NULL,
    closed_on date NOT NULL,
    closed_by_id bigint NOT NULL,
    incubator_id bigint NOT NULL,
    CONSTRAINT closed_month_is_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT month_closed_when_it_is_over CHECK (((closed_on >= ((month + '1 mon'::interval))::date) AND ((closed_on IS NULL) OR (closed_on <= (CURRENT_DATE + 1)))))
);

ALTER TABLE public.incubators_closedmonth ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_closedmonth_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_conditionspan (
    id bigint NOT NULL,
    condition character varying(6) NOT NULL,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone,
    reason character varying(200) NOT NULL,
    equipment_id bigint NOT NULL,
    CONSTRAINT condition_ends_after_it_begins CHECK (((ends IS NULL) OR (begins <= ends))),
    CONSTRAINT condition_is_known CHECK (((condition)::text = ANY ((ARRAY['good'::character varying, 'worn'::character varying, 'repair'::character varying])::text[])))
);

ALTER TABLE public.incubators_conditionspan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_conditionspan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_conditionspanevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    condition character varying(6) NOT NULL,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone,
    reason character varying(200) NOT NULL,
    equipment_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.incubators_conditionspanevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_conditionspanevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_confirmation (
    id bigint NOT NULL,
    item character varying(12) NOT NULL,
    done_on date NOT NULL,
    document character varying(120) NOT NULL,
    valid_until date,
    confirmed_by_id bigint NOT NULL,
    incubator_id bigint NOT NULL,
    CONSTRAINT confirmation_ends_after_its_day CHECK (((valid_until IS NULL) OR (valid_until >= done_on))),
    CONSTRAINT confirmation_item_is_known CHECK (((item)::text = ANY ((ARRAY['fire_safety'::character varying, 'insurance'::character varying, 'electricity'::character varying, 'evacuation'::character varying, 'first_aid'::character varying])::text[]))),
    CONSTRAINT confirmation_names_a_paper CHECK ((NOT ((document)::text = ''::text)))
);

ALTER TABLE public.incubators_confirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_confirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_confirmationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    item character varying(12) NOT NULL,
    done_on date NOT NULL,
    document character varying(120) NOT NULL,
    valid_until date,
    confirmed_by_id bigint NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.incubators_confirmationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_confirmationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_costcorrection (
    id bigint NOT NULL,
    month date NOT NULL,
    category character varying(15) NOT NULL,
    amount numeric(10,2) NOT NULL,
    reason character varying(200) NOT NULL,
    documents character varying(200) NOT NULL,
    entered_on date NOT NULL,
    entered_by_id bigint NOT NULL,
    incubator_id bigint NOT NULL,
    CONSTRAINT correction_category_is_known CHECK (((category)::text = ANY ((ARRAY['staff'::character varying, 'premises'::character varying, 'equipment'::character varying, 'grants'::character varying, 'participant_pay'::character varying, 'in_kind'::character varying])::text[]))),
    CONSTRAINT correction_changes_something CHECK ((NOT (amount = (0)::numeric))),
    CONSTRAINT correction_says_why CHECK ((NOT ((reason)::text = ''::text)))
);

ALTER TABLE public.incubators_costcorrection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_costcorrection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_equipment (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    condition character varying(6) NOT NULL,
    dangerous boolean NOT NULL,
    minutes_before smallint NOT NULL,
    minutes_after smallint NOT NULL,
    bought_on date,
    price numeric(10,2),
    life_months smallint,
    retired_on date,
    incubator_id bigint NOT NULL,
    room_id bigint NOT NULL,
    safety_rules jsonb NOT NULL,
    serial_number character varying(60) NOT NULL,
    idle_months smallint,
    needs_authorisation boolean NOT NULL,
    CONSTRAINT equipment_condition_is_known CHECK (((condition)::text = ANY ((ARRAY['good'::character varying, 'worn'::character varying, 'repair'::character varying])::text[]))),
    CONSTRAINT equipment_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT equipment_lapses_only_where_it_needs_a_right CHECK (((idle_months IS NULL) OR ((idle_months >= 1) AND (idle_months <= 60) AND needs_authorisation))),
    CONSTRAINT equipment_pauses_are_whole_steps CHECK (((minutes_before = ANY (ARRAY[0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120])) AND (minutes_after = ANY (ARRAY[0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120])))),
    CONSTRAINT equipment_price_says_when_and_how_long CHECK ((((life_months IS NULL) AND (price IS NULL)) OR ((bought_on IS NOT NULL) AND (life_months >= 1) AND (price >= (0)::numeric)))),
    CONSTRAINT equipment_retired_after_it_was_bought CHECK (((retired_on IS NULL) OR (bought_on IS NULL) OR (retired_on >= bought_on))),
    CONSTRAINT incubators_equipment_idle_months_check CHECK ((idle_months >= 0)),
    CONSTRAINT incubators_equipment_life_months_check CHECK ((life_months >= 0)),
    CONSTRAINT incubators_equipment_minutes_after_check CHECK ((minutes_after >= 0)),
    CONSTRAINT incubators_equipment_minutes_before_check CHECK ((minutes_before >= 0)),
    CONSTRAINT incubators_equipment_safety_rules_check CHECK (((jsonb_typeof(safety_rules) = 'object'::text) AND ((safety_rules - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((safety_rules -> 'lv'::text)) = 'string'::text), false) AND ((char_length((safety_rules ->> 'lv'::text)) >= 0) AND (char_length((safety_rules ->> 'lv'::text)) <= 4000)) AND (btrim((safety_rules ->> 'lv'::text), ' 	
'::text) = (safety_rules ->> 'lv'::text)) AND COALESCE((jsonb_typeof((safety_rules -> 'en'::text)) = 'string'::text), false) AND ((char_length((safety_rules ->> 'en'::text)) >= 0) AND (char_length((safety_rules ->> 'en'::text)) <= 4000)) AND (btrim((safety_rules ->> 'en'::text), ' 	
'::text) = (safety_rules ->> 'en'::text))))
);

ALTER TABLE public.incubators_equipment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_equipment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_equipmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    condition character varying(6) NOT NULL,
    dangerous boolean NOT NULL,
    minutes_before smallint NOT NULL,
    minutes_after smallint NOT NULL,
    bought_on date,
    price numeric(10,2),
    life_months smallint,
    retired_on date,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    room_id bigint NOT NULL,
    safety_rules jsonb NOT NULL,
    serial_number character varying(60) NOT NULL,
    idle_months smallint,
    needs_authorisation boolean NOT NULL,
    CONSTRAINT incubators_equipmentevent_idle_months_check CHECK ((idle_months >= 0)),
    CONSTRAINT incubators_equipmentevent_life_months_check CHECK ((life_months >= 0)),
    CONSTRAINT incubators_equipmentevent_minutes_after_check CHECK ((minutes_after >= 0)),
    CONSTRAINT incubators_equipmentevent_minutes_before_check CHECK ((minutes_before >= 0)),
    CONSTRAINT incubators_equipmentevent_safety_rules_check CHECK (((jsonb_typeof(safety_rules) = 'object'::text) AND ((safety_rules - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((safety_rules -> 'lv'::text)) = 'string'::text), false) AND ((char_length((safety_rules ->> 'lv'::text)) >= 0) AND (char_length((safety_rules ->> 'lv'::text)) <= 4000)) AND (btrim((safety_rules ->> 'lv'::text), ' 	
'::text) = (safety_rules ->> 'lv'::text)) AND COALESCE((jsonb_typeof((safety_rules -> 'en'::text)) = 'string'::text), false) AND ((char_length((safety_rules ->> 'en'::text)) >= 0) AND (char_length((safety_rules ->> 'en'::text)) <= 4000)) AND (btrim((safety_rules ->> 'en'::text), ' 	
'::text) = (safety_rules ->> 'en'::text))))
);

ALTER TABLE public.incubators_equipmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_equipmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_equipmentphoto (
    id bigint NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    width smallint NOT NULL,
    height smallint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    caption jsonb NOT NULL,
    equipment_id bigint NOT NULL,
    CONSTRAINT equipmentphoto_hash_is_of_its_content CHECK (((sha256)::text = encode(sha256(content), 'hex'::text))),
    CONSTRAINT incubators_equipmentphoto_caption_check CHECK (((jsonb_typeof(caption) = 'object'::text) AND ((caption - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((caption -> 'lv'::text)) = 'string'::text), false) AND ((char_length((caption ->> 'lv'::text)) >= 0) AND (char_length((caption ->> 'lv'::text)) <= 200)) AND (btrim((caption ->> 'lv'::text), ' 	
'::text) = (caption ->> 'lv'::text)) AND COALESCE((jsonb_typeof((caption -> 'en'::text)) = 'string'::text), false) AND ((char_length((caption ->> 'en'::text)) >= 0) AND (char_length((caption ->> 'en'::text)) <= 200)) AND (btrim((caption ->> 'en'::text), ' 	
'::text) = (caption ->> 'en'::text)))),
    CONSTRAINT incubators_equipmentphoto_height_check CHECK ((height >= 0)),
    CONSTRAINT incubators_equipmentphoto_width_check CHECK ((width >= 0))
);

ALTER TABLE public.incubators_equipmentphoto ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_equipmentphoto_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_equipmentphotoevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    width smallint NOT NULL,
    height smallint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    caption jsonb NOT NULL,
    equipment_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT incubators_equipmentphotoevent_caption_check CHECK (((jsonb_typeof(caption) = 'object'::text) AND ((caption - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((caption -> 'lv'::text)) = 'string'::text), false) AND ((char_length((caption ->> 'lv'::text)) >= 0) AND (char_length((caption ->> 'lv'::text)) <= 200)) AND (btrim((caption ->> 'lv'::text), ' 	
'::text) = (caption ->> 'lv'::text)) AND COALESCE((jsonb_typeof((caption -> 'en'::text)) = 'string'::text), false) AND ((char_length((caption ->> 'en'::text)) >= 0) AND (char_length((caption ->> 'en'::text)) <= 200)) AND (btrim((caption ->> 'en'::text), ' 	
'::text) = (caption ->> 'en'::text)))),
    CONSTRAINT incubators_equipmentphotoevent_height_check CHECK ((height >= 0)),
    CONSTRAINT incubators_equipmentphotoevent_width_check CHECK ((width >= 0))
);

ALTER TABLE public.incubators_equipmentphotoevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_equipmentphotoevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_feed (
    id bigint NOT NULL,
    token_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    incubator_id bigint,
    owner_id bigint NOT NULL
);

ALTER TABLE public.incubators_feed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_feed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_incident (
    id bigint NOT NULL,
    kind character varying(9) NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    hurt boolean NOT NULL,
    what character varying(1000) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_by_id bigint,
    equipment_id bigint,
    incubator_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    room_id bigint NOT NULL,
    CONSTRAINT incident_closed_by_somebody_at_some_time CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL)) OR ((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL)))),
    CONSTRAINT incident_hurt_is_an_accident CHECK (((NOT hurt) OR ((kind)::text = 'accident'::text))),
    CONSTRAINT incident_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['accident'::character varying, 'near_miss'::character varying, 'risk'::character varying])::text[]))),
    CONSTRAINT incident_says_what CHECK ((NOT ((what)::text = ''::text)))
);

ALTER TABLE public.incubators_incident ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_incident_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_incidentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(9) NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    hurt boolean NOT NULL,
    what character varying(1000) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_by_id bigint,
    equipment_id bigint,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    room_id bigint NOT NULL
);

ALTER TABLE public.incubators_incidentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_incidentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_incubator (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    name_lv character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    address character varying(200) NOT NULL,
    building_lv character varying(300) NOT NULL,
    building_en character varying(300) NOT NULL,
    target_group_lv character varying(300) NOT NULL,
    target_group_en character varying(300) NOT NULL,
    state character varying(10) NOT NULL,
    feasible_models character varying(4)[],
    feasible_reason_lv text NOT NULL,
    feasible_reason_en text NOT NULL,
    invented boolean NOT NULL,
    municipality_id bigint NOT NULL,
    opens_on date,
    check_in_minutes smallint,
    CONSTRAINT incubator_check_in_takes_5_to_60_minutes CHECK (((check_in_minutes IS NULL) OR ((check_in_minutes >= 5) AND (check_in_minutes <= 60)))),
    CONSTRAINT incubator_open_since_a_day CHECK (((NOT ((state)::text = 'open'::text)) OR (opens_on IS NOT NULL))),
    CONSTRAINT incubator_says_why_only_some_models CHECK ((((feasible_models IS NULL) AND (feasible_reason_en = ''::text) AND (feasible_reason_lv = ''::text)) OR ((feasible_models IS NOT NULL) AND (
CASE
    WHEN (feasible_models IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(feasible_models, 1), 0)
END > 0) AND (NOT (feasible_reason_lv = ''::text)) AND (NOT (feasible_reason_en = ''::text))))),
    CONSTRAINT incubator_state_is_known CHECK (((state)::text = ANY ((ARRAY['planned'::character varying, 'adapting'::character varying, 'open'::character varying, 'closed'::character varying])::text[]))),
    CONSTRAINT incubators_incubator_check_in_minutes_check CHECK ((check_in_minutes >= 0))
);

ALTER TABLE public.incubators_incubator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_incubator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_incubatorevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    name_lv character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    address character varying(200) NOT NULL,
    building_lv character varying(300) NOT NULL,
    building_en character varying(300) NOT NULL,
    target_group_lv character varying(300) NOT NULL,
    target_group_en character varying(300) NOT NULL,
    state character varying(10) NOT NULL,
    feasible_models character varying(4)[],
    feasible_reason_lv text NOT NULL,
    feasible_reason_en text NOT NULL,
    invented boolean NOT NULL,
    municipality_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    opens_on date,
    check_in_minutes smallint,
    CONSTRAINT incubators_incubatorevent_check_in_minutes_check CHECK ((check_in_minutes >= 0))
);

ALTER TABLE public.incubators_incubatorevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_incubatorevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_maintenance (
    id bigint NOT NULL,
    what character varying(120) NOT NULL,
    done_on date,
    done_by character varying(120) NOT NULL,
    cost numeric(10,2),
    note character varying(300) NOT NULL,
    equipment_id bigint NOT NULL,
    occupation_id bigint,
    plan_id bigint,
    CONSTRAINT maintenance_cost_is_not_negative CHECK (((cost IS NULL) OR (cost >= (0)::numeric))),
    CONSTRAINT maintenance_has_hours_or_was_done_by_somebody CHECK ((((done_on IS NOT NULL) AND (NOT ((done_by)::text = ''::text))) OR ((cost IS NULL) AND ((done_by)::text = ''::text) AND (done_on IS NULL) AND (occupation_id IS NOT NULL)))),
    CONSTRAINT maintenance_says_what CHECK ((NOT ((what)::text = ''::text)))
);

ALTER TABLE public.incubators_maintenance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_maintenance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_maintenanceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    what character varying(120) NOT NULL,
    done_on date,
    done_by character varying(120) NOT NULL,
    cost numeric(10,2),
    note character varying(300) NOT NULL,
    equipment_id bigint NOT NULL,
    occupation_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    plan_id bigint
);

ALTER TABLE public.incubators_maintenanceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_maintenanceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_maintenanceplan (
    id bigint NOT NULL,
    what character varying(120) NOT NULL,
    every_months smallint,
    every_hours smallint,
    counts_from date NOT NULL,
    ended_on date,
    equipment_id bigint NOT NULL,
    CONSTRAINT incubators_maintenanceplan_every_hours_check CHECK ((every_hours >= 0)),
    CONSTRAINT incubators_maintenanceplan_every_months_check CHECK ((every_months >= 0)),
    CONSTRAINT plan_interval_is_possible CHECK ((((every_months IS NULL) OR ((every_months >= 1) AND (every_months <= 120))) AND ((every_hours IS NULL) OR (every_hours >= 1)))),
    CONSTRAINT plan_says_how_often CHECK (((every_months IS NOT NULL) OR (every_hours IS NOT NULL))),
    CONSTRAINT plan_says_what CHECK ((NOT ((what)::text = ''::text)))
);

ALTER TABLE public.incubators_maintenanceplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_maintenanceplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_maintenanceplanevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    what character varying(120) NOT NULL,
    every_months smallint,
    every_hours smallint,
    counts_from date NOT NULL,
    ended_on date,
    equipment_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT incubators_maintenanceplanevent_every_hours_check CHECK ((every_hours >= 0)),
    CONSTRAINT incubators_maintenanceplanevent_every_months_check CHECK ((every_months >= 0))
);

ALTER TABLE public.incubators_maintenanceplanevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_maintenanceplanevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_manual (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    added_at timestamp with time zone NOT NULL,
    equipment_id bigint NOT NULL,
    CONSTRAINT incubators_manual_size_check CHECK ((size >= 0)),
    CONSTRAINT manual_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT manual_hash_is_of_its_content CHECK (((sha256)::text = encode(sha256(content), 'hex'::text))),
    CONSTRAINT manual_size_is_true CHECK (((size = octet_length(content)) AND (size > 0) AND (size <= 20000000)))
);

ALTER TABLE public.incubators_manual ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_manual_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_manualevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    added_at timestamp with time zone NOT NULL,
    equipment_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT incubators_manualevent_size_check CHECK ((size >= 0))
);

ALTER TABLE public.incubators_manualevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_manualevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_measure (
    id bigint NOT NULL,
    text character varying(500) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    incident_id bigint NOT NULL,
    CONSTRAINT measure_says_what CHECK ((NOT ((text)::text = ''::text)))
);

ALTER TABLE public.incubators_measure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_measure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_measureevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    text character varying(500) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    incident_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.incubators_measureevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_measureevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_monthlycost (
    id bigint NOT NULL,
    month date NOT NULL,
    category character varying(15) NOT NULL,
    amount numeric(10,2) NOT NULL,
    documents character varying(200) NOT NULL,
    invented boolean NOT NULL,
    incubator_id bigint NOT NULL,
    CONSTRAINT monthly_cost_category_is_known CHECK (((category)::text = ANY ((ARRAY['staff'::character varying, 'premises'::character varying, 'equipment'::character varying, 'grants'::character varying, 'participant_pay'::character varying, 'in_kind'::character varying])::text[]))),
    CONSTRAINT monthly_cost_in_kind_says_how_valued CHECK (((NOT ((category)::text = 'in_kind'::text)) OR (amount = (0)::numeric) OR (NOT ((documents)::text = ''::text)))),
    CONSTRAINT monthly_cost_is_not_negative CHECK ((amount >= (0)::numeric)),
    CONSTRAINT monthly_cost_is_not_of_the_future CHECK (((month IS NULL) OR (month <= (CURRENT_DATE + 1)))),
    CONSTRAINT monthly_cost_is_of_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

ALTER TABLE public.incubators_monthlycost ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_monthlycost_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_monthlycostevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    month date NOT NULL,
    category character varying(15) NOT NULL,
    amount numeric(10,2) NOT NULL,
    documents character varying(200) NOT NULL,
    invented boolean NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.incubators_monthlycostevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_monthlycostevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_occupation (
    id bigint NOT NULL,
    kind character varying(11) NOT NULL,
    place smallint,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    stands boolean NOT NULL,
    reason character varying(120) NOT NULL,
    booking_id bigint,
    equipment_id bigint,
    incubator_id bigint NOT NULL,
    instructor_id bigint,
    room_id bigint,
    waiting_id bigint,
    CONSTRAINT incubators_occupation_place_check CHECK ((place >= 0)),
    CONSTRAINT occupation_is_booked_or_says_why CHECK ((((booking_id IS NOT NULL) AND ((kind)::text = 'booking'::text) AND (waiting_id IS NULL)) OR ((booking_id IS NULL) AND ((kind)::text = 'offer'::text) AND (waiting_id IS NOT NULL)) OR (((kind)::text = ANY ((ARRAY['maintenance'::character varying, 'block'::character varying])::text[])) AND (booking_id IS NULL) AND (waiting_id IS NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT occupation_is_of_one_thing CHECK ((((equipment_id IS NOT NULL) AND (instructor_id IS NULL) AND (room_id IS NULL)) OR ((equipment_id IS NULL) AND (instructor_id IS NULL) AND (room_id IS NOT NULL)) OR ((equipment_id IS NULL) AND (instructor_id IS NOT NULL) AND (room_id IS NULL)))),
    CONSTRAINT occupation_lasts_at_most_31_days CHECK (((begins < ends) AND (ends <= (begins + '31 days'::interval)))),
    CONSTRAINT occupation_place_is_in_a_room CHECK (((place IS NULL) OR ((place >= 1) AND (room_id IS NOT NULL))))
);

ALTER TABLE public.incubators_occupation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_occupation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_occupationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(11) NOT NULL,
    place smallint,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    stands boolean NOT NULL,
    reason character varying(120) NOT NULL,
    booking_id bigint,
    equipment_id bigint,
    incubator_id bigint NOT NULL,
    instructor_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    room_id bigint,
    waiting_id bigint,
    CONSTRAINT incubators_occupationevent_place_check CHECK ((place >= 0))
);

ALTER TABLE public.incubators_occupationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_occupationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_openinghours (
    id bigint NOT NULL,
    weekday smallint NOT NULL,
    opens time without time zone NOT NULL,
    closes time without time zone NOT NULL,
    incubator_id bigint NOT NULL,
    CONSTRAINT hours_open_then_close CHECK ((opens < closes)),
    CONSTRAINT hours_weekday_is_known CHECK (((weekday >= 1) AND (weekday <= 7))),
    CONSTRAINT incubators_openinghours_weekday_check CHECK ((weekday >= 0))
);

ALTER TABLE public.incubators_openinghours ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_openinghours_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_openinghoursevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    weekday smallint NOT NULL,
    opens time without time zone NOT NULL,
    closes time without time zone NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT incubators_openinghoursevent_weekday_check CHECK ((weekday >= 0))
);

ALTER TABLE public.incubators_openinghoursevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_openinghoursevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_order (
    id bigint NOT NULL,
    what character varying(200) NOT NULL,
    value numeric(10,2) NOT NULL,
    document character varying(200) NOT NULL,
    ordered_on date NOT NULL,
    delivered_on date,
    paid_on date,
    invented boolean NOT NULL,
    incubator_id bigint NOT NULL,
    route_id bigint NOT NULL,
    CONSTRAINT order_delivered_after_it_was_ordered CHECK (((delivered_on IS NULL) OR (delivered_on >= ordered_on))),
    CONSTRAINT order_has_a_value CHECK ((value > (0)::numeric)),
    CONSTRAINT order_is_not_of_the_future CHECK ((((ordered_on IS NULL) OR (ordered_on <= (CURRENT_DATE + 1))) AND ((delivered_on IS NULL) OR (delivered_on <= (CURRENT_DATE + 1))) AND ((paid_on IS NULL) OR (paid_on <= (CURRENT_DATE + 1))))),
    CONSTRAINT order_paid_after_it_was_delivered CHECK (((paid_on IS NULL) OR ((delivered_on IS NOT NULL) AND (paid_on >= delivered_on)))),
    CONSTRAINT order_says_what CHECK ((NOT ((what)::text = ''::text)))
);

ALTER TABLE public.incubators_order ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_order_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_orderevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    what character varying(200) NOT NULL,
    value numeric(10,2) NOT NULL,
    document character varying(200) NOT NULL,
    ordered_on date NOT NULL,
    delivered_on date,
    paid_on date,
    invented boolean NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    route_id bigint NOT NULL
);

ALTER TABLE public.incubators_orderevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_orderevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_orderplan (
    id bigint NOT NULL,
    year smallint NOT NULL,
    what text NOT NULL,
    planned numeric(10,2) NOT NULL,
    sales_target numeric(10,2) NOT NULL,
    invented boolean NOT NULL,
    incubator_id bigint NOT NULL,
    CONSTRAINT incubators_orderplan_year_check CHECK ((year >= 0)),
    CONSTRAINT order_plan_has_amounts CHECK (((planned >= (0)::numeric) AND (sales_target > (0)::numeric))),
    CONSTRAINT order_plan_says_what CHECK ((NOT (what = ''::text))),
    CONSTRAINT order_plan_year_is_known CHECK (((year >= 2016) AND (year <= 2099)))
);

ALTER TABLE public.incubators_orderplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_orderplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_orderplanevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    year smallint NOT NULL,
    what text NOT NULL,
    planned numeric(10,2) NOT NULL,
    sales_target numeric(10,2) NOT NULL,
    invented boolean NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT incubators_orderplanevent_year_check CHECK ((year >= 0))
);

ALTER TABLE public.incubators_orderplanevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_orderplanevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_plannedcost (
    id bigint NOT NULL,
    month date NOT NULL,
    category character varying(15) NOT NULL,
    amount numeric(10,2) NOT NULL,
    invented boolean NOT NULL,
    incubator_id bigint NOT NULL,
    CONSTRAINT planned_cost_category_is_known CHECK (((category)::text = ANY ((ARRAY['staff'::character varying, 'premises'::character varying, 'equipment'::character varying, 'grants'::character varying, 'participant_pay'::character varying, 'in_kind'::character varying])::text[]))),
    CONSTRAINT planned_cost_is_not_negative CHECK ((amount >= (0)::numeric)),
    CONSTRAINT planned_cost_is_of_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

ALTER TABLE public.incubators_plannedcost ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_plannedcost_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_plannedcostevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    month date NOT NULL,
    category character varying(15) NOT NULL,
    amount numeric(10,2) NOT NULL,
    invented boolean NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.incubators_plannedcostevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_plannedcostevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_quota (
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    hours smallint NOT NULL,
    incubator_id bigint NOT NULL,
    person_id bigint,
    CONSTRAINT incubators_quota_hours_check CHECK ((hours >= 0)),
    CONSTRAINT quota_fits_into_a_week CHECK (((hours >= 1) AND (hours <= 168))),
    CONSTRAINT quota_is_of_a_person_or_of_a_role CHECK (((person_id IS NULL) OR ((role)::text = ''::text)))
);

ALTER TABLE public.incubators_quota ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_quota_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_quotaevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    hours smallint NOT NULL,
    incubator_id bigint NOT NULL,
    person_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT incubators_quotaevent_hours_check CHECK ((hours >= 0))
);

ALTER TABLE public.incubators_quotaevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_quotaevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_room (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    floor smallint NOT NULL,
    places smallint NOT NULL,
    step_free boolean NOT NULL,
    access character varying(300) NOT NULL,
    incubator_id bigint NOT NULL,
    building_id bigint NOT NULL,
    CONSTRAINT incubators_room_places_check CHECK ((places >= 0)),
    CONSTRAINT room_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT room_has_at_most_200_places CHECK ((places <= 200))
);

ALTER TABLE public.incubators_room ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_room_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_roomevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    floor smallint NOT NULL,
    places smallint NOT NULL,
    step_free boolean NOT NULL,
    access character varying(300) NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    building_id bigint NOT NULL,
    CONSTRAINT incubators_roomevent_places_check CHECK ((places >= 0))
);

ALTER TABLE public.incubators_roomevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_roomevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_roomplan (
    id bigint NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    width smallint NOT NULL,
    height smallint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    room_id bigint NOT NULL,
    CONSTRAINT incubators_roomplan_height_check CHECK ((height >= 0)),
    CONSTRAINT incubators_roomplan_width_check CHECK ((width >= 0)),
    CONSTRAINT roomplan_hash_is_of_its_content CHECK (((sha256)::text = encode(sha256(content), 'hex'::text)))
);

ALTER TABLE public.incubators_roomplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_roomplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_roomplanevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    width smallint NOT NULL,
    height smallint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    room_id bigint NOT NULL,
    CONSTRAINT incubators_roomplanevent_height_check CHECK ((height >= 0)),
    CONSTRAINT incubators_roomplanevent_width_check CHECK ((width >= 0))
);

ALTER TABLE public.incubators_roomplanevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_roomplanevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_specialday (
    id bigint NOT NULL,
    day date NOT NULL,
    opens time without time zone,
    closes time without time zone,
    reason character varying(120) NOT NULL,
    incubator_id bigint NOT NULL,
    CONSTRAINT special_day_open_then_close CHECK ((((closes IS NULL) AND (opens IS NULL)) OR (opens < closes))),
    CONSTRAINT special_day_says_why CHECK ((NOT ((reason)::text = ''::text)))
);

ALTER TABLE public.incubators_specialday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_specialday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_specialdayevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    day date NOT NULL,
    opens time without time zone,
    closes time without time zone,
    reason character varying(120) NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.incubators_specialdayevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_specialdayevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_waiting (
    id bigint NOT NULL,
    place smallint,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    purpose character varying(120) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    offered_at timestamp with time zone,
    offered_until timestamp with time zone,
    told_at timestamp with time zone,
    closed character varying(9) NOT NULL,
    closed_at timestamp with time zone,
    closed_why text NOT NULL,
    asked_by_id bigint NOT NULL,
    equipment_id bigint,
    incubator_id bigint NOT NULL,
    instructor_id bigint,
    room_id bigint,
    CONSTRAINT incubators_waiting_place_check CHECK ((place >= 0)),
    CONSTRAINT waiting_closed_at_some_time CHECK (((((closed)::text = ''::text) AND (closed_at IS NULL) AND (closed_why = ''::text)) OR ((NOT ((closed)::text = ''::text)) AND (closed_at IS NOT NULL)))),
    CONSTRAINT waiting_ends_later CHECK ((begins < ends)),
    CONSTRAINT waiting_is_for_one_thing CHECK ((((equipment_id IS NOT NULL) AND (room_id IS NULL)) OR ((equipment_id IS NULL) AND (room_id IS NOT NULL)))),
    CONSTRAINT waiting_offer_ends_before_the_time_begins CHECK ((((offered_at IS NULL) AND (offered_until IS NULL)) OR ((offered_at < offered_until) AND (offered_until <= begins)))),
    CONSTRAINT waiting_place_is_in_a_room CHECK (((place IS NULL) OR ((place >= 1) AND (room_id IS NOT NULL)))),
    CONSTRAINT waiting_says_what_for CHECK ((NOT ((purpose)::text = ''::text)))
);

ALTER TABLE public.incubators_waiting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_waiting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incubators_waitingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    place smallint,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    purpose character varying(120) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    offered_at timestamp with time zone,
    offered_until timestamp with time zone,
    told_at timestamp with time zone,
    closed character varying(9) NOT NULL,
    closed_at timestamp with time zone,
    closed_why text NOT NULL,
    asked_by_id bigint NOT NULL,
    equipment_id bigint,
    incubator_id bigint NOT NULL,
    instructor_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    room_id bigint,
    CONSTRAINT incubators_waitingevent_place_check CHECK ((place >= 0))
);

ALTER TABLE public.incubators_waitingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incubators_waitingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.network_auditevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_auditevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_auditlink (
    number bigint NOT NULL,
    hash character varying(64) NOT NULL,
    event_id bigint NOT NULL
);

CREATE TABLE public.network_conductacceptance (
    id bigint NOT NULL,
    version character varying(20) NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT conduct_names_its_version CHECK ((NOT ((version)::text = ''::text)))
);

ALTER TABLE public.network_conductacceptance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_conductacceptance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_decision (
    id bigint NOT NULL,
    body_lv character varying(200) NOT NULL,
    body_en character varying(200) NOT NULL,
    sitting_on date NOT NULL,
    votes_for smallint,
    votes_against smallint,
    votes_abstained smallint,
    text_lv text NOT NULL,
    text_en text NOT NULL,
    document_title_lv character varying(300) NOT NULL,
    document_title_en character varying(300) NOT NULL,
    document_url character varying(200) NOT NULL,
    permits_lv text NOT NULL,
    permits_en text NOT NULL,
    source_lv character varying(300) NOT NULL,
    source_en character varying(300) NOT NULL,
    source_url character varying(200) NOT NULL,
    invented boolean NOT NULL,
    published_at timestamp with time zone,
    published_by_id bigint,
    municipality_id bigint NOT NULL,
    permitted character varying(30)[] NOT NULL,
    valid_until date,
    edited_by_id bigint,
    published_alone boolean NOT NULL,
    CONSTRAINT decision_has_a_majority CHECK (((votes_for IS NULL) OR (votes_for > votes_against))),
    CONSTRAINT decision_is_seen_by_two_or_says_so CHECK (((published_by_id IS NULL) OR (edited_by_id IS NULL) OR (NOT ((published_by_id = edited_by_id) AND (published_by_id IS NOT NULL) AND (edited_by_id IS NOT NULL))) OR published_alone)),
    CONSTRAINT decision_is_valid_from_its_sitting CHECK (((valid_until IS NULL) OR (valid_until >= sitting_on))),
    CONSTRAINT decision_permits_what_is_known CHECK ((permitted <@ ARRAY['take_part'::character varying(30), 'provide_premises'::character varying(30), 'adapt_premises'::character varying(30), 'open_incubator'::character varying(30), 'order_plan'::character varying(30), 'binding_regulation'::character varying(30)])),
    CONSTRAINT decision_published_by_somebody_at_some_time CHECK ((((published_at IS NULL) AND (published_by_id IS NULL)) OR ((published_at IS NOT NULL) AND (published_by_id IS NOT NULL)))),
    CONSTRAINT decision_votes_all_known_or_none CHECK ((((votes_abstained IS NULL) AND (votes_against IS NULL) AND (votes_for IS NULL)) OR ((votes_abstained IS NOT NULL) AND (votes_against IS NOT NULL) AND (votes_for IS NOT NULL)))),
    CONSTRAINT network_decision_votes_abstained_check CHECK ((votes_abstained >= 0)),
    CONSTRAINT network_decision_votes_against_check CHECK ((votes_against >= 0)),
    CONSTRAINT network_decision_votes_for_check CHECK ((votes_for >= 0))
);

ALTER TABLE public.network_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_decisiondocument (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    kind character varying(10) NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    signers jsonb NOT NULL,
    public boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    decision_id bigint NOT NULL,
    CONSTRAINT decision_document_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT decision_document_hash_is_of_its_content CHECK (((sha256)::text = encode(sha256(content), 'hex'::text))),
    CONSTRAINT decision_document_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['pdf'::character varying, 'asice'::character varying])::text[]))),
    CONSTRAINT decision_document_size_is_true CHECK (((size = octet_length(content)) AND (size > 0) AND (size <= 10000000))),
    CONSTRAINT network_decisiondocument_size_check CHECK ((size >= 0))
);

ALTER TABLE public.network_decisiondocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_decisiondocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_decisiondocumentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    kind character varying(10) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    public boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    decision_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT network_decisiondocumentevent_size_check CHECK ((size >= 0))
);

ALTER TABLE public.network_decisiondocumentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_decisiondocumentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_decisionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    body_lv character varying(200) NOT NULL,
    body_en character varying(200) NOT NULL,
    sitting_on date NOT NULL,
    votes_for smallint,
    votes_against smallint,
    votes_abstained smallint,
    text_lv text NOT NULL,
    text_en text NOT NULL,
    document_title_lv character varying(300) NOT NULL,
    document_title_en character varying(300) NOT NULL,
    document_url character varying(200) NOT NULL,
    permits_lv text NOT NULL,
    permits_en text NOT NULL,
    source_lv character varying(300) NOT NULL,
    source_en character varying(300) NOT NULL,
    source_url character varying(200) NOT NULL,
    invented boolean NOT NULL,
    published_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    published_by_id bigint,
    municipality_id bigint NOT NULL,
    permitted character varying(30)[] NOT NULL,
    valid_until date,
    edited_by_id bigint,
    published_alone boolean NOT NULL,
    CONSTRAINT network_decisionevent_votes_abstained_check CHECK ((votes_abstained >= 0)),
    CONSTRAINT network_decisionevent_votes_against_check CHECK ((votes_against >= 0)),
    CONSTRAINT network_decisionevent_votes_for_check CHECK ((votes_for >= 0))
);

ALTER TABLE public.network_decisionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_decisionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_digest (
    id bigint NOT NULL,
    day date NOT NULL,
    sent_at timestamp with time zone,
    user_id bigint NOT NULL
);

ALTER TABLE public.network_digest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_digest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_membership (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    period daterange NOT NULL,
    user_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    CONSTRAINT membership_has_a_beginning CHECK (((lower(period) IS NOT NULL) OR isempty(period))),
    CONSTRAINT membership_role_is_known CHECK (((role)::text = ANY ((ARRAY['network_lead'::character varying, 'coordinator'::character varying, 'incubator_manager'::character varying, 'instructor'::character varying, 'trainer'::character varying, 'mentor'::character varying, 'evaluator'::character varying, 'ministry_lawyer'::character varying, 'ministry_reviewer'::character varying, 'editor'::character varying, 'moderator'::character varying, 'administrator'::character varying, 'participant'::character varying, 'registered_reader'::character varying])::text[])))
);

ALTER TABLE public.network_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_membershipevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    period daterange NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL,
    partner_id bigint NOT NULL
);

ALTER TABLE public.network_membershipevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_membershipevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_municipality (
    id bigint NOT NULL,
    code character varying(6) NOT NULL,
    slug character varying(60) NOT NULL,
    CONSTRAINT municipality_code_is_iso CHECK (((code)::text ~ '^LV-[0-9A-Z]{3}$'::text))
);

ALTER TABLE public.network_municipality ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_municipality_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_municipalityevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(6) NOT NULL,
    slug character varying(60) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.network_municipalityevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_municipalityevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_noticechoice (
    id bigint NOT NULL,
    letters boolean NOT NULL,
    off character varying(40)[] NOT NULL,
    language character varying(5) NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT notice_language_is_spoken CHECK (((language)::text = ANY ((ARRAY['lv'::character varying, 'en'::character varying])::text[])))
);

ALTER TABLE public.network_noticechoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_noticechoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_partner (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    name_lv character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    role_lv text NOT NULL,
    role_en text NOT NULL,
    invented boolean NOT NULL,
    municipality_id bigint,
    agreement_on date,
    CONSTRAINT partner_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['municipality'::character varying, 'university'::character varying, 'association'::character varying, 'ministry'::character varying, 'foundation'::character varying])::text[]))),
    CONSTRAINT partner_municipality_if_and_only_if_of_that_kind CHECK (((((kind)::text = 'municipality'::text) AND (municipality_id IS NOT NULL)) OR ((NOT ((kind)::text = 'municipality'::text)) AND (municipality_id IS NULL))))
);

ALTER TABLE public.network_partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_partner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_partnerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    name_lv character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    role_lv text NOT NULL,
    role_en text NOT NULL,
    invented boolean NOT NULL,
    municipality_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    agreement_on date
);

ALTER TABLE public.network_partnerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_partnerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_population (
    id bigint NOT NULL,
    "on" date NOT NULL,
    inhabitants integer NOT NULL,
    source_lv character varying(200) NOT NULL,
    source_en character varying(200) NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT network_population_inhabitants_check CHECK ((inhabitants >= 0)),
    CONSTRAINT population_has_a_source CHECK (((NOT ((source_lv)::text = ''::text)) AND (NOT ((source_en)::text = ''::text)))),
    CONSTRAINT population_of_nobody_is_no_data CHECK ((inhabitants > 0))
);

ALTER TABLE public.network_population ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_population_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_populationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    "on" date NOT NULL,
    inhabitants integer NOT NULL,
    source_lv character varying(200) NOT NULL,
    source_en character varying(200) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT network_populationevent_inhabitants_check CHECK ((inhabitants >= 0))
);

ALTER TABLE public.network_populationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_populationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_statementcheck (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    said text NOT NULL,
    status character varying(10) NOT NULL,
    note character varying(600) NOT NULL,
    role character varying(20) NOT NULL,
    checked_on date NOT NULL,
    checked_by_id bigint NOT NULL,
    CONSTRAINT statement_corrected_says_how CHECK (((NOT ((status)::text = 'corrected'::text)) OR (NOT ((note)::text = ''::text)))),
    CONSTRAINT statement_status_is_known CHECK (((status)::text = ANY ((ARRAY['open'::character varying, 'confirmed'::character varying, 'corrected'::character varying])::text[])))
);

ALTER TABLE public.network_statementcheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_statementcheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_statementcheckevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    said text NOT NULL,
    status character varying(10) NOT NULL,
    note character varying(600) NOT NULL,
    role character varying(20) NOT NULL,
    checked_on date NOT NULL,
    checked_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.network_statementcheckevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_statementcheckevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_succession (
    id bigint NOT NULL,
    predecessor_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    CONSTRAINT succession_joins_two_units CHECK ((NOT (predecessor_id = successor_id)))
);

ALTER TABLE public.network_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_successionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    predecessor_id bigint NOT NULL,
    successor_id bigint NOT NULL
);

ALTER TABLE public.network_successionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_successionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_undoable (
    id bigint NOT NULL,
    act character varying(60) NOT NULL,
    rows text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL
);

ALTER TABLE public.network_undoable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_undoable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_unit (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    kind character varying(20) NOT NULL,
    period daterange NOT NULL,
    atvk character varying(9),
    longitude double precision NOT NULL,
    latitude double precision NOT NULL,
    geometry jsonb NOT NULL,
    approximate boolean NOT NULL,
    municipality_id bigint NOT NULL,
    CONSTRAINT unit_has_a_beginning CHECK (((NOT isempty(period)) AND (lower(period) IS NOT NULL))),
    CONSTRAINT unit_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['novads'::character varying, 'republic city'::character varying, 'state city'::character varying])::text[]))),
    CONSTRAINT unit_label_lies_in_latvia CHECK ((((latitude >= (55.6)::double precision) AND (latitude <= (58.1)::double precision)) AND ((longitude >= (20.9)::double precision) AND (longitude <= (28.3)::double precision))))
);

ALTER TABLE public.network_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_unitevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    kind character varying(20) NOT NULL,
    period daterange NOT NULL,
    atvk character varying(9),
    longitude double precision NOT NULL,
    latitude double precision NOT NULL,
    approximate boolean NOT NULL,
    municipality_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.network_unitevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_unitevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_unsavedtext (
    id bigint NOT NULL,
    about character varying(120) NOT NULL,
    given jsonb NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    address character varying(400) NOT NULL
);

ALTER TABLE public.network_unsavedtext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_unsavedtext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    is_active boolean NOT NULL,
    is_system boolean NOT NULL,
    is_demo boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    CONSTRAINT user_nobody_stands_above_the_roles CHECK ((NOT is_superuser)),
    CONSTRAINT user_system_member_never_signs_in CHECK (((NOT is_system) OR (NOT is_active)))
);

CREATE TABLE public.network_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.network_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.network_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.network_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_appeal (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    text text NOT NULL,
    decided_at timestamp with time zone,
    answer text NOT NULL,
    decided_by_id bigint,
    comment_id bigint NOT NULL,
    CONSTRAINT appeal_decided_with_an_answer CHECK ((((answer = ''::text) AND (decided_at IS NULL) AND (decided_by_id IS NULL)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND (NOT (answer = ''::text)))))
);

ALTER TABLE public.newsroom_appeal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_appeal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_article (
    id bigint NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    first_published_at timestamp with time zone,
    last_published_at timestamp with time zone,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    locked boolean NOT NULL,
    locked_at timestamp with time zone,
    slug character varying(100) NOT NULL,
    title_lv character varying(200) NOT NULL,
    title_en character varying(200) NOT NULL,
    lede_lv text NOT NULL,
    lede_en text NOT NULL,
    body_lv text NOT NULL,
    body_en text NOT NULL,
    picture_alt_lv character varying(300) NOT NULL,
    picture_alt_en character varying(300) NOT NULL,
    caption_lv character varying(200) NOT NULL,
    caption_en character varying(200) NOT NULL,
    credit character varying(120) NOT NULL,
    illustrative boolean NOT NULL,
    author character varying(120) NOT NULL,
    source_name character varying(200) NOT NULL,
    source_url character varying(200) NOT NULL,
    latest_revision_id integer,
    live_revision_id integer,
    locked_by_id bigint,
    picture_id integer,
    happened_on date,
    CONSTRAINT article_english_is_whole_or_absent CHECK ((((body_en = ''::text) AND ((title_en)::text = ''::text)) OR ((NOT ((title_en)::text = ''::text)) AND (NOT (body_en = ''::text))))),
    CONSTRAINT article_live_has_a_day CHECK (((NOT live) OR (first_published_at IS NOT NULL))),
    CONSTRAINT article_picture_has_a_credit CHECK (((picture_id IS NULL) OR (NOT ((credit)::text = ''::text)))),
    CONSTRAINT article_picture_has_alternative_text CHECK (((picture_id IS NULL) OR ((NOT ((picture_alt_lv)::text = ''::text)) AND (((title_en)::text = ''::text) OR (NOT ((picture_alt_en)::text = ''::text))))))
);

ALTER TABLE public.newsroom_article ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_article_municipalities (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    municipality_id bigint NOT NULL
);

ALTER TABLE public.newsroom_article_municipalities ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_article_municipalities_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_article_related (
    id bigint NOT NULL,
    from_article_id bigint NOT NULL,
    to_article_id bigint NOT NULL
);

ALTER TABLE public.newsroom_article_related ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_article_related_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_article_topics (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    topic_id bigint NOT NULL
);

ALTER TABLE public.newsroom_article_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_article_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_ban (
    id bigint NOT NULL,
    person character varying(64) NOT NULL,
    origin character varying(64) NOT NULL,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    ground character varying(10) NOT NULL,
    statement text NOT NULL,
    lifted_at timestamp with time zone,
    objected_at timestamp with time zone,
    objection text NOT NULL,
    answered_at timestamp with time zone,
    answer text NOT NULL,
    answered_by_id bigint,
    article_id bigint,
    by_id bigint NOT NULL,
    lifted_by_id bigint,
    user_id bigint,
    comment_id bigint,
    CONSTRAINT ban_gives_reasons CHECK ((NOT (statement = ''::text))),
    CONSTRAINT ban_has_an_end CHECK ((ends > begins)),
    CONSTRAINT ban_lifted_by_someone CHECK ((((lifted_at IS NULL) AND (lifted_by_id IS NULL)) OR ((lifted_at IS NOT NULL) AND (lifted_by_id IS NOT NULL)))),
    CONSTRAINT ban_objection_answered_by_someone CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (objected_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (NOT (answer = ''::text)))))
);

ALTER TABLE public.newsroom_ban ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_ban_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_banner (
    id bigint NOT NULL,
    advertiser character varying(120) NOT NULL,
    alt_lv character varying(200) NOT NULL,
    alt_en character varying(200) NOT NULL,
    url character varying(200) NOT NULL,
    begins date NOT NULL,
    ends date NOT NULL,
    narrow_id integer NOT NULL,
    wide_id integer NOT NULL,
    CONSTRAINT banner_ends_after_it_begins CHECK ((ends >= begins)),
    CONSTRAINT banner_has_alternative_text CHECK (((NOT ((alt_lv)::text = ''::text)) AND (NOT ((alt_en)::text = ''::text))))
);

ALTER TABLE public.newsroom_banner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_banner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_banner_municipalities (
    id bigint NOT NULL,
    banner_id bigint NOT NULL,
    municipality_id bigint NOT NULL
);

ALTER TABLE public.newsroom_banner_municipalities ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_banner_municipalities_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_comment (
    id bigint NOT NULL,
    depth smallint NOT NULL,
    name character varying(640) NOT NULL,
    email character varying(254) NOT NULL,
    person character varying(64) NOT NULL,
    origin character varying(64) NOT NULL,
    receipt character varying(64),
    token uuid NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    words character varying(64) NOT NULL,
    language character varying(2) NOT NULL,
    state character varying(10) NOT NULL,
    held_for character varying(10)[] NOT NULL,
    ground character varying(10) NOT NULL,
    posted_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    edited_at timestamp with time zone,
    seen_at timestamp with time zone,
    version integer NOT NULL,
    claimed_until timestamp with time zone,
    article_id bigint NOT NULL,
    author_id bigint,
    claimed_by_id bigint,
    parent_id bigint,
    root_id bigint,
    CONSTRAINT comment_claim_has_an_end CHECK ((((claimed_by_id IS NULL) AND (claimed_until IS NULL)) OR ((claimed_by_id IS NOT NULL) AND (claimed_until IS NOT NULL)))),
    CONSTRAINT comment_edited_after_posting CHECK (((edited_at IS NULL) OR (edited_at >= posted_at))),
    CONSTRAINT comment_guest_has_a_receipt CHECK ((((author_id IS NULL) AND (receipt IS NOT NULL)) OR ((author_id IS NOT NULL) AND (receipt IS NULL)))),
    CONSTRAINT comment_restricted_has_a_ground CHECK (((((ground)::text = ''::text) AND ((state)::text = ANY ((ARRAY['held'::character varying, 'shown'::character varying, 'reported'::character varying, 'withdrawn'::character varying])::text[]))) OR ((NOT ((ground)::text = ''::text)) AND ((state)::text = ANY ((ARRAY['removed'::character varying, 'appealed'::character varying, 'confirmed'::character varying, 'rejected'::character varying])::text[]))))),
    CONSTRAINT comment_says_something CHECK (((NOT (text = ''::text)) OR (NOT ((state)::text = ANY ((ARRAY['shown'::character varying, 'reported'::character varying, 'held'::character varying, 'appealed'::character varying])::text[]))))),
    CONSTRAINT comment_state_is_known CHECK (((state)::text = ANY ((ARRAY['held'::character varying, 'shown'::character varying, 'reported'::character varying, 'rejected'::character varying, 'removed'::character varying, 'appealed'::character varying, 'confirmed'::character varying, 'withdrawn'::character varying])::text[]))),
    CONSTRAINT comment_text_is_bounded CHECK ((length(text) <= 16000)),
    CONSTRAINT comment_thread_is_at_most_three_deep CHECK ((((depth = 0) AND (parent_id IS NULL) AND (root_id IS NULL)) OR (((depth >= 1) AND (depth <= 2)) AND (parent_id IS NOT NULL) AND (root_id IS NOT NULL)))),
    CONSTRAINT newsroom_comment_depth_check CHECK ((depth >= 0)),
    CONSTRAINT newsroom_comment_version_check CHECK ((version >= 0))
);

ALTER TABLE public.newsroom_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_discussion (
    id bigint NOT NULL,
    mode character varying(10) NOT NULL,
    article_id bigint NOT NULL,
    CONSTRAINT discussion_mode_is_known CHECK (((mode)::text = ANY ((ARRAY['open'::character varying, 'reviewed'::character varying, 'closed'::character varying])::text[])))
);

ALTER TABLE public.newsroom_discussion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_discussion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_letter (
    id bigint NOT NULL,
    owed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    sent_at timestamp with time zone,
    ban_id bigint,
    notice_id bigint,
    step_id bigint,
    CONSTRAINT letter_is_about_one_thing CHECK ((((ban_id IS NULL) AND (notice_id IS NULL) AND (step_id IS NOT NULL)) OR ((ban_id IS NOT NULL) AND (notice_id IS NULL) AND (step_id IS NULL)) OR ((ban_id IS NULL) AND (notice_id IS NOT NULL) AND (step_id IS NULL))))
);

ALTER TABLE public.newsroom_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_notice (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    explanation text NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    abuse_of_children boolean NOT NULL,
    good_faith boolean NOT NULL,
    language character varying(2) NOT NULL,
    receipt character varying(64),
    origin character varying(64) NOT NULL,
    outcome character varying(10) NOT NULL,
    answer text NOT NULL,
    decided_at timestamp with time zone,
    comment_id bigint NOT NULL,
    decided_by_id bigint,
    CONSTRAINT notice_decided_by_someone CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL) AND ((outcome)::text = ''::text)) OR ((NOT ((outcome)::text = ''::text)) AND (decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT notice_decision_gives_reasons CHECK ((((outcome)::text = ''::text) OR (NOT (answer = ''::text)))),
    CONSTRAINT notice_in_good_faith CHECK (good_faith)
);

ALTER TABLE public.newsroom_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_originsalt (
    id bigint NOT NULL,
    day date NOT NULL,
    salt bytea NOT NULL
);

ALTER TABLE public.newsroom_originsalt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_originsalt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_report (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ground character varying(10) NOT NULL,
    note character varying(500) NOT NULL,
    origin character varying(64) NOT NULL,
    by_id bigint,
    comment_id bigint NOT NULL
);

ALTER TABLE public.newsroom_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_topic (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    name_lv character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL
);

ALTER TABLE public.newsroom_topic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.newsroom_transition (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    step character varying(10) NOT NULL,
    before character varying(10) NOT NULL,
    after character varying(10) NOT NULL,
    who character varying(10) NOT NULL,
    detected_by_machine boolean NOT NULL,
    ground character varying(10) NOT NULL,
    statement text NOT NULL,
    text_before text NOT NULL,
    by_id bigint,
    comment_id bigint NOT NULL,
    notice_id bigint,
    undoes_id bigint,
    CONSTRAINT transition_is_in_the_table CHECK (((((after)::text = 'held'::text) AND ((before)::text = ''::text) AND ((step)::text = 'submit'::text)) OR (((after)::text = 'shown'::text) AND ((before)::text = ''::text) AND ((step)::text = 'submit'::text)) OR (((after)::text = 'shown'::text) AND ((before)::text = 'held'::text) AND ((step)::text = 'release'::text)) OR (((after)::text = 'rejected'::text) AND ((before)::text = 'held'::text) AND ((step)::text = 'reject'::text)) OR (((after)::text = 'reported'::text) AND ((before)::text = 'shown'::text) AND ((step)::text = 'report'::text)) OR (((after)::text = 'reported'::text) AND ((before)::text = 'reported'::text) AND ((step)::text = 'report'::text)) OR (((after)::text = 'shown'::text) AND ((before)::text = 'reported'::text) AND ((step)::text = 'keep'::text)) OR (((after)::text = 'shown'::text) AND ((before)::text = 'shown'::text) AND ((step)::text = 'keep'::text)) OR (((after)::text = 'removed'::text) AND ((before)::text = 'shown'::text) AND ((step)::text = 'remove'::text)) OR (((after)::text = 'removed'::text) AND ((before)::text = 'reported'::text) AND ((step)::text = 'remove'::text)) OR (((after)::text = 'shown'::text) AND ((before)::text = 'shown'::text) AND ((step)::text = 'edit'::text)) OR (((after)::text = 'held'::text) AND ((before)::text = 'shown'::text) AND ((step)::text = 'edit'::text)) OR (((after)::text = 'held'::text) AND ((before)::text = 'held'::text) AND ((step)::text = 'edit'::text)) OR (((after)::text = 'withdrawn'::text) AND ((before)::text = 'shown'::text) AND ((step)::text = 'withdraw'::text)) OR (((after)::text = 'withdrawn'::text) AND ((before)::text = 'reported'::text) AND ((step)::text = 'withdraw'::text)) OR (((after)::text = 'withdrawn'::text) AND ((before)::text = 'held'::text) AND ((step)::text = 'withdraw'::text)) OR (((after)::text = 'shown'::text) AND ((before)::text = 'withdrawn'::text) AND ((step)::text = 'return'::text)) OR (((after)::text = 'reported'::text) AND ((before)::text = 'withdrawn'::text) AND ((step)::text = 'return'::text)) OR (((after)::text = 'held'::text) AND ((before)::text = 'withdrawn'::text) AND ((step)::text = 'return'::text)) OR (((after)::text = 'appealed'::text) AND ((before)::text = 'removed'::text) AND ((step)::text = 'appeal'::text)) OR (((after)::text = 'appealed'::text) AND ((before)::text = 'rejected'::text) AND ((step)::text = 'appeal'::text)) OR (((after)::text = 'shown'::text) AND ((before)::text = 'appealed'::text) AND ((step)::text = 'restore'::text)) OR (((after)::text = 'confirmed'::text) AND ((before)::text = 'appealed'::text) AND ((step)::text = 'confirm'::text)) OR (((after)::text = 'shown'::text) AND ((before)::text = 'shown'::text) AND ((step)::text = 'undo'::text)) OR (((after)::text = 'held'::text) AND ((before)::text = 'shown'::text) AND ((step)::text = 'undo'::text)) OR (((after)::text = 'held'::text) AND ((before)::text = 'rejected'::text) AND ((step)::text = 'undo'::text)) OR (((after)::text = 'reported'::text) AND ((before)::text = 'shown'::text) AND ((step)::text = 'undo'::text)) OR (((after)::text = 'shown'::text) AND ((before)::text = 'removed'::text) AND ((step)::text = 'undo'::text)) OR (((after)::text = 'reported'::text) AND ((before)::text = 'removed'::text) AND ((step)::text = 'undo'::text)) OR (((after)::text = 'appealed'::text) AND ((before)::text = 'shown'::text) AND ((step)::text = 'undo'::text)) OR (((after)::text = 'appealed'::text) AND ((before)::text = 'confirmed'::text) AND ((step)::text = 'undo'::text)))),
    CONSTRAINT transition_names_the_moderator CHECK ((((by_id IS NOT NULL) AND ((who)::text = 'moderator'::text)) OR ((by_id IS NULL) AND ((who)::text = 'machine'::text)) OR ((who)::text = ANY ((ARRAY['author'::character varying, 'reader'::character varying])::text[])))),
    CONSTRAINT transition_restriction_gives_reasons CHECK (((NOT ((step)::text = ANY ((ARRAY['reject'::character varying, 'remove'::character varying, 'confirm'::character varying])::text[]))) OR ((NOT ((ground)::text = ''::text)) AND (NOT (statement = ''::text))))),
    CONSTRAINT transition_undo_names_what CHECK (((((step)::text = 'undo'::text) AND (undoes_id IS NOT NULL)) OR ((NOT ((step)::text = 'undo'::text)) AND (undoes_id IS NULL))))
);

ALTER TABLE public.newsroom_transition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_transition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.server_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);

CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);

ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);

ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.taggit_tag (
    id integer NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);

ALTER TABLE public.taggit_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.taggit_taggeditem (
    id integer NOT NULL,
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);

ALTER TABLE public.taggit_taggeditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_taggeditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_attempt (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    "right" smallint NOT NULL,
    asked smallint NOT NULL,
    passed boolean NOT NULL,
    enrolment_id bigint NOT NULL,
    CONSTRAINT attempt_right_of_those_asked CHECK (((asked >= 1) AND ("right" <= asked))),
    CONSTRAINT training_attempt_asked_check CHECK ((asked >= 0)),
    CONSTRAINT training_attempt_right_check CHECK (("right" >= 0))
);

ALTER TABLE public.training_attempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_attemptevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    "right" smallint NOT NULL,
    asked smallint NOT NULL,
    passed boolean NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    enrolment_id bigint NOT NULL,
    CONSTRAINT training_attemptevent_asked_check CHECK ((asked >= 0)),
    CONSTRAINT training_attemptevent_right_check CHECK (("right" >= 0))
);

ALTER TABLE public.training_attemptevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_attemptevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_attendance (
    id bigint NOT NULL,
    how character varying(4) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id bigint NOT NULL,
    enrolment_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    CONSTRAINT attendance_is_known_by_something CHECK (((how)::text = ANY ((ARRAY['code'::character varying, 'hand'::character varying])::text[])))
);

ALTER TABLE public.training_attendance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_attendanceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    how character varying(4) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    enrolment_id bigint NOT NULL,
    meeting_id bigint NOT NULL
);

ALTER TABLE public.training_attendanceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_attendanceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_certificate (
    id bigint NOT NULL,
    code character varying(10) NOT NULL,
    holder_name character varying(120) NOT NULL,
    issued_on date NOT NULL,
    valid_until date,
    credential text NOT NULL,
    pdf_lv bytea NOT NULL,
    pdf_en bytea NOT NULL,
    share_token character varying(43) NOT NULL,
    revoked_on date,
    revoked_because character varying(300) NOT NULL,
    holder_id bigint NOT NULL,
    issued_by_id bigint NOT NULL,
    revoked_by_id bigint,
    supersedes_id bigint,
    version_id bigint NOT NULL,
    CONSTRAINT certificate_code_is_of_its_alphabet CHECK (((code)::text ~ '^[0-9A-HJKMNP-TV-Z]{10}$'::text)),
    CONSTRAINT certificate_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until > issued_on))),
    CONSTRAINT certificate_is_whole_or_erased CHECK ((((NOT ((holder_name)::text = ''::text)) AND (NOT (credential = ''::text)) AND (NOT (pdf_lv = '\x'::bytea)) AND (NOT (pdf_en = '\x'::bytea))) OR ((credential = ''::text) AND ((holder_name)::text = ''::text) AND (pdf_en = '\x'::bytea) AND (pdf_lv = '\x'::bytea) AND ((share_token)::text = ''::text)))),
    CONSTRAINT certificate_revoked_by_somebody_at_some_time CHECK (((((revoked_because)::text = ''::text) AND (revoked_by_id IS NULL) AND (revoked_on IS NULL)) OR ((revoked_by_id IS NOT NULL) AND (revoked_on >= issued_on) AND (revoked_on IS NOT NULL))))
);

ALTER TABLE public.training_certificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_certificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_certificateevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(10) NOT NULL,
    issued_on date NOT NULL,
    valid_until date,
    revoked_on date,
    holder_id bigint NOT NULL,
    issued_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    revoked_by_id bigint,
    supersedes_id bigint,
    version_id bigint NOT NULL
);

ALTER TABLE public.training_certificateevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_certificateevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_checklistitem (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text jsonb NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT training_checklistitem_position_check CHECK (("position" >= 0)),
    CONSTRAINT training_checklistitem_text_check CHECK (((jsonb_typeof(text) = 'object'::text) AND ((text - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((text -> 'lv'::text)) = 'string'::text), false) AND ((char_length((text ->> 'lv'::text)) >= 1) AND (char_length((text ->> 'lv'::text)) <= 300)) AND (btrim((text ->> 'lv'::text), ' 	
'::text) = (text ->> 'lv'::text)) AND COALESCE((jsonb_typeof((text -> 'en'::text)) = 'string'::text), false) AND ((char_length((text ->> 'en'::text)) >= 1) AND (char_length((text ->> 'en'::text)) <= 300)) AND (btrim((text ->> 'en'::text), ' 	
'::text) = (text ->> 'en'::text))))
);

ALTER TABLE public.training_checklistitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_checklistitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_checklistitemevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text jsonb NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT training_checklistitemevent_position_check CHECK (("position" >= 0)),
    CONSTRAINT training_checklistitemevent_text_check CHECK (((jsonb_typeof(text) = 'object'::text) AND ((text - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((text -> 'lv'::text)) = 'string'::text), false) AND ((char_length((text ->> 'lv'::text)) >= 1) AND (char_length((text ->> 'lv'::text)) <= 300)) AND (btrim((text ->> 'lv'::text), ' 	
'::text) = (text ->> 'lv'::text)) AND COALESCE((jsonb_typeof((text -> 'en'::text)) = 'string'::text), false) AND ((char_length((text ->> 'en'::text)) >= 1) AND (char_length((text ->> 'en'::text)) <= 300)) AND (btrim((text ->> 'en'::text), ' 	
'::text) = (text ->> 'en'::text))))
);

ALTER TABLE public.training_checklistitemevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_checklistitemevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_course (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    title_lv character varying(120) NOT NULL,
    title_en character varying(120) NOT NULL,
    invented boolean NOT NULL,
    CONSTRAINT course_has_a_title CHECK (((NOT ((title_lv)::text = ''::text)) AND (NOT ((title_en)::text = ''::text))))
);

ALTER TABLE public.training_course ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_course_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_courseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    title_lv character varying(120) NOT NULL,
    title_en character varying(120) NOT NULL,
    invented boolean NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.training_courseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_courseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_courseversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    criteria_lv text NOT NULL,
    criteria_en text NOT NULL,
    hours numeric(5,1) NOT NULL,
    valid_months smallint,
    published_at timestamp with time zone,
    course_id bigint NOT NULL,
    published_by_id bigint,
    access jsonb NOT NULL,
    contents jsonb NOT NULL,
    languages character varying(3)[] NOT NULL,
    machine boolean NOT NULL,
    pass_percent smallint NOT NULL,
    retake_hours smallint NOT NULL,
    CONSTRAINT course_version_holds_one_month_or_more CHECK (((valid_months IS NULL) OR ((valid_months > 0) AND (valid_months <= 120)))),
    CONSTRAINT course_version_is_taught_in_a_language CHECK (((
CASE
    WHEN (languages IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(languages, 1), 0)
END >= 1) AND (languages <@ ARRAY['lv'::character varying(3), 'en'::character varying(3), 'ru'::character varying(3), 'uk'::character varying(3), 'lsl'::character varying(3)]))),
    CONSTRAINT course_version_numbers_begin_at_one CHECK ((number > 0)),
    CONSTRAINT course_version_published_by_somebody_at_some_time CHECK ((((published_at IS NULL) AND (published_by_id IS NULL)) OR ((published_at IS NOT NULL) AND (published_by_id IS NOT NULL)))),
    CONSTRAINT course_version_says_what_is_learnt CHECK (((NOT (criteria_lv = ''::text)) AND (NOT (criteria_en = ''::text)))),
    CONSTRAINT course_version_takes_time CHECK ((hours > (0)::numeric)),
    CONSTRAINT course_version_test_can_be_passed CHECK (((pass_percent >= 1) AND (pass_percent <= 100) AND (retake_hours <= 2160))),
    CONSTRAINT training_courseversion_access_check CHECK (((jsonb_typeof(access) = 'object'::text) AND ((access - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((access -> 'lv'::text)) = 'string'::text), false) AND ((char_length((access ->> 'lv'::text)) >= 0) AND (char_length((access ->> 'lv'::text)) <= 300)) AND (btrim((access ->> 'lv'::text), ' 	
'::text) = (access ->> 'lv'::text)) AND COALESCE((jsonb_typeof((access -> 'en'::text)) = 'string'::text), false) AND ((char_length((access ->> 'en'::text)) >= 0) AND (char_length((access ->> 'en'::text)) <= 300)) AND (btrim((access ->> 'en'::text), ' 	
'::text) = (access ->> 'en'::text)))),
    CONSTRAINT training_courseversion_contents_check CHECK (((jsonb_typeof(contents) = 'object'::text) AND ((contents - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((contents -> 'lv'::text)) = 'string'::text), false) AND ((char_length((contents ->> 'lv'::text)) >= 0) AND (char_length((contents ->> 'lv'::text)) <= 4000)) AND (btrim((contents ->> 'lv'::text), ' 	
'::text) = (contents ->> 'lv'::text)) AND COALESCE((jsonb_typeof((contents -> 'en'::text)) = 'string'::text), false) AND ((char_length((contents ->> 'en'::text)) >= 0) AND (char_length((contents ->> 'en'::text)) <= 4000)) AND (btrim((contents ->> 'en'::text), ' 	
'::text) = (contents ->> 'en'::text)))),
    CONSTRAINT training_courseversion_number_check CHECK ((number >= 0)),
    CONSTRAINT training_courseversion_pass_percent_check CHECK ((pass_percent >= 0)),
    CONSTRAINT training_courseversion_retake_hours_check CHECK ((retake_hours >= 0)),
    CONSTRAINT training_courseversion_valid_months_check CHECK ((valid_months >= 0))
);

ALTER TABLE public.training_courseversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_courseversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_courseversionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number smallint NOT NULL,
    criteria_lv text NOT NULL,
    criteria_en text NOT NULL,
    hours numeric(5,1) NOT NULL,
    valid_months smallint,
    published_at timestamp with time zone,
    course_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    published_by_id bigint,
    access jsonb NOT NULL,
    contents jsonb NOT NULL,
    languages character varying(3)[] NOT NULL,
    machine boolean NOT NULL,
    pass_percent smallint NOT NULL,
    retake_hours smallint NOT NULL,
    CONSTRAINT training_courseversionevent_access_check CHECK (((jsonb_typeof(access) = 'object'::text) AND ((access - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((access -> 'lv'::text)) = 'string'::text), false) AND ((char_length((access ->> 'lv'::text)) >= 0) AND (char_length((access ->> 'lv'::text)) <= 300)) AND (btrim((access ->> 'lv'::text), ' 	
'::text) = (access ->> 'lv'::text)) AND COALESCE((jsonb_typeof((access -> 'en'::text)) = 'string'::text), false) AND ((char_length((access ->> 'en'::text)) >= 0) AND (char_length((access ->> 'en'::text)) <= 300)) AND (btrim((access ->> 'en'::text), ' 	
'::text) = (access ->> 'en'::text)))),
    CONSTRAINT training_courseversionevent_contents_check CHECK (((jsonb_typeof(contents) = 'object'::text) AND ((contents - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((contents -> 'lv'::text)) = 'string'::text), false) AND ((char_length((contents ->> 'lv'::text)) >= 0) AND (char_length((contents ->> 'lv'::text)) <= 4000)) AND (btrim((contents ->> 'lv'::text), ' 	
'::text) = (contents ->> 'lv'::text)) AND COALESCE((jsonb_typeof((contents -> 'en'::text)) = 'string'::text), false) AND ((char_length((contents ->> 'en'::text)) >= 0) AND (char_length((contents ->> 'en'::text)) <= 4000)) AND (btrim((contents ->> 'en'::text), ' 	
'::text) = (contents ->> 'en'::text)))),
    CONSTRAINT training_courseversionevent_number_check CHECK ((number >= 0)),
    CONSTRAINT training_courseversionevent_pass_percent_check CHECK ((pass_percent >= 0)),
    CONSTRAINT training_courseversionevent_retake_hours_check CHECK ((retake_hours >= 0)),
    CONSTRAINT training_courseversionevent_valid_months_check CHECK ((valid_months >= 0))
);

ALTER TABLE public.training_courseversionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_courseversionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_enrolment (
    id bigint NOT NULL,
    state character varying(9) NOT NULL,
    since timestamp with time zone NOT NULL,
    place smallint,
    offered_until timestamp with time zone,
    signed_at timestamp with time zone,
    certificate_id bigint,
    entered_by_id bigint NOT NULL,
    person_id bigint NOT NULL,
    signed_by_id bigint,
    session_id bigint NOT NULL,
    CONSTRAINT enrolment_checklist_signed_by_somebody_else CHECK ((((signed_at IS NULL) AND (signed_by_id IS NULL)) OR ((signed_at IS NOT NULL) AND (signed_by_id IS NOT NULL) AND (NOT ((signed_by_id = person_id) AND (signed_by_id IS NOT NULL)))))),
    CONSTRAINT enrolment_has_a_place_or_waits CHECK ((((place >= 1) AND (place IS NOT NULL) AND ((state)::text = ANY ((ARRAY['enrolled'::character varying, 'offered'::character varying])::text[]))) OR ((place IS NULL) AND ((state)::text = ANY ((ARRAY['waiting'::character varying, 'withdrawn'::character varying, 'lapsed'::character varying])::text[]))))),
    CONSTRAINT enrolment_offer_has_an_end CHECK ((((offered_until IS NOT NULL) AND ((state)::text = 'offered'::text) AND (offered_until > since)) OR ((NOT ((state)::text = 'offered'::text)) AND (offered_until IS NULL)))),
    CONSTRAINT training_enrolment_place_check CHECK ((place >= 0))
);

ALTER TABLE public.training_enrolment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_enrolment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_enrolmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    state character varying(9) NOT NULL,
    since timestamp with time zone NOT NULL,
    place smallint,
    offered_until timestamp with time zone,
    signed_at timestamp with time zone,
    certificate_id bigint,
    entered_by_id bigint NOT NULL,
    person_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    signed_by_id bigint,
    session_id bigint NOT NULL,
    CONSTRAINT training_enrolmentevent_place_check CHECK ((place >= 0))
);

ALTER TABLE public.training_enrolmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_enrolmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_letter (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    owed_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    enrolment_id bigint NOT NULL,
    CONSTRAINT session_letter_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['offered'::character varying, 'called off'::character varying, 'changed'::character varying])::text[])))
);

ALTER TABLE public.training_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_meeting (
    id bigint NOT NULL,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT meeting_ends_the_same_day CHECK (((begins < ends) AND (ends <= (begins + '12:00:00'::interval))))
);

ALTER TABLE public.training_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_meetingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    begins timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    session_id bigint NOT NULL
);

ALTER TABLE public.training_meetingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_meetingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_mentorhours (
    id bigint NOT NULL,
    weekday smallint NOT NULL,
    begins time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    offer_id bigint NOT NULL,
    CONSTRAINT mentor_hours_begin_then_end CHECK ((begins < ends)),
    CONSTRAINT mentor_hours_weekday_is_known CHECK (((weekday >= 1) AND (weekday <= 7))),
    CONSTRAINT training_mentorhours_weekday_check CHECK ((weekday >= 0))
);

ALTER TABLE public.training_mentorhours ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_mentorhours_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_mentoringmeeting (
    id bigint NOT NULL,
    day date NOT NULL,
    minutes smallint NOT NULL,
    recorded_by_id bigint NOT NULL,
    pair_id bigint NOT NULL,
    CONSTRAINT meeting_of_five_minutes_to_a_day CHECK (((minutes >= 5) AND (minutes <= 480))),
    CONSTRAINT training_mentoringmeeting_minutes_check CHECK ((minutes >= 0))
);

ALTER TABLE public.training_mentoringmeeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_mentoringmeeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_mentoringmeetingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    day date NOT NULL,
    minutes smallint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    pair_id bigint NOT NULL,
    CONSTRAINT training_mentoringmeetingevent_minutes_check CHECK ((minutes >= 0))
);

ALTER TABLE public.training_mentoringmeetingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_mentoringmeetingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_mentoringnote (
    id bigint NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by_id bigint NOT NULL,
    pair_id bigint NOT NULL,
    CONSTRAINT note_says_something CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.training_mentoringnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_mentoringnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_mentoringpair (
    id bigint NOT NULL,
    topic character varying(12) NOT NULL,
    language character varying(5) NOT NULL,
    period daterange NOT NULL,
    confirmed_by_id bigint NOT NULL,
    mentor_id bigint NOT NULL,
    municipality_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    CONSTRAINT pair_has_a_beginning CHECK (((lower(period) IS NOT NULL) OR isempty(period))),
    CONSTRAINT pair_is_of_two_people CHECK ((NOT (mentor_id = participant_id))),
    CONSTRAINT pair_topic_and_language_are_known CHECK ((((language)::text = ANY ((ARRAY['lv'::character varying, 'lsl'::character varying, 'en'::character varying, 'ru'::character varying, 'uk'::character varying])::text[])) AND ((topic)::text = ANY ((ARRAY['enterprise'::character varying, 'money'::character varying, 'selling'::character varying, 'craft'::character varying, 'digital'::character varying, 'work'::character varying, 'rights'::character varying])::text[]))))
);

ALTER TABLE public.training_mentoringpair ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_mentoringpair_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_mentoringpairevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    topic character varying(12) NOT NULL,
    language character varying(5) NOT NULL,
    period daterange NOT NULL,
    confirmed_by_id bigint NOT NULL,
    mentor_id bigint NOT NULL,
    municipality_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.training_mentoringpairevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_mentoringpairevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_mentoroffer (
    id bigint NOT NULL,
    topics character varying(12)[] NOT NULL,
    languages character varying(5)[] NOT NULL,
    places smallint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT offer_languages_are_known CHECK (((languages <@ ARRAY['lv'::character varying(5), 'lsl'::character varying(5), 'en'::character varying(5), 'ru'::character varying(5), 'uk'::character varying(5)]) AND (
CASE
    WHEN (languages IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(languages, 1), 0)
END > 0))),
    CONSTRAINT offer_places_within_reason CHECK (((places >= 1) AND (places <= 10))),
    CONSTRAINT offer_topics_are_known CHECK (((topics <@ ARRAY['enterprise'::character varying(12), 'money'::character varying(12), 'selling'::character varying(12), 'craft'::character varying(12), 'digital'::character varying(12), 'work'::character varying(12), 'rights'::character varying(12)]) AND (
CASE
    WHEN (topics IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(topics, 1), 0)
END > 0))),
    CONSTRAINT training_mentoroffer_places_check CHECK ((places >= 0))
);

ALTER TABLE public.training_mentoroffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_mentoroffer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_mentorwish (
    id bigint NOT NULL,
    topic character varying(12) NOT NULL,
    language character varying(5) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    municipality_id bigint NOT NULL,
    participant_id bigint NOT NULL,
    CONSTRAINT wish_topic_and_language_are_known CHECK ((((language)::text = ANY ((ARRAY['lv'::character varying, 'lsl'::character varying, 'en'::character varying, 'ru'::character varying, 'uk'::character varying])::text[])) AND ((topic)::text = ANY ((ARRAY['enterprise'::character varying, 'money'::character varying, 'selling'::character varying, 'craft'::character varying, 'digital'::character varying, 'work'::character varying, 'rights'::character varying])::text[]))))
);

ALTER TABLE public.training_mentorwish ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_mentorwish_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_openedmachine (
    id bigint NOT NULL,
    equipment_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.training_openedmachine ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_openedmachine_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_openedmachineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    equipment_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.training_openedmachineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_openedmachineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_prerequisite (
    id bigint NOT NULL,
    course_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.training_prerequisite ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_prerequisite_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_prerequisiteevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    course_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.training_prerequisiteevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_prerequisiteevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_question (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text jsonb NOT NULL,
    answers_lv character varying(200)[] NOT NULL,
    answers_en character varying(200)[] NOT NULL,
    "right" boolean[] NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT question_has_answers_of_which_one_is_right CHECK (((
CASE
    WHEN (answers_lv IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(answers_lv, 1), 0)
END >= 2) AND (
CASE
    WHEN (answers_lv IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(answers_lv, 1), 0)
END <= 8) AND (
CASE
    WHEN (answers_en IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(answers_en, 1), 0)
END =
CASE
    WHEN (answers_lv IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(answers_lv, 1), 0)
END) AND (
CASE
    WHEN ("right" IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length("right", 1), 0)
END =
CASE
    WHEN (answers_lv IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(answers_lv, 1), 0)
END) AND ("right" @> ARRAY[true]) AND (NOT (answers_lv @> ARRAY[''::character varying(200)])) AND (NOT (answers_en @> ARRAY[''::character varying(200)])))),
    CONSTRAINT training_question_position_check CHECK (("position" >= 0)),
    CONSTRAINT training_question_text_check CHECK (((jsonb_typeof(text) = 'object'::text) AND ((text - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((text -> 'lv'::text)) = 'string'::text), false) AND ((char_length((text ->> 'lv'::text)) >= 1) AND (char_length((text ->> 'lv'::text)) <= 600)) AND (btrim((text ->> 'lv'::text), ' 	
'::text) = (text ->> 'lv'::text)) AND COALESCE((jsonb_typeof((text -> 'en'::text)) = 'string'::text), false) AND ((char_length((text ->> 'en'::text)) >= 1) AND (char_length((text ->> 'en'::text)) <= 600)) AND (btrim((text ->> 'en'::text), ' 	
'::text) = (text ->> 'en'::text))))
);

ALTER TABLE public.training_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_questionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text jsonb NOT NULL,
    answers_lv character varying(200)[] NOT NULL,
    answers_en character varying(200)[] NOT NULL,
    "right" boolean[] NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT training_questionevent_position_check CHECK (("position" >= 0)),
    CONSTRAINT training_questionevent_text_check CHECK (((jsonb_typeof(text) = 'object'::text) AND ((text - ARRAY['lv'::text, 'en'::text]) = '{}'::jsonb) AND COALESCE((jsonb_typeof((text -> 'lv'::text)) = 'string'::text), false) AND ((char_length((text ->> 'lv'::text)) >= 1) AND (char_length((text ->> 'lv'::text)) <= 600)) AND (btrim((text ->> 'lv'::text), ' 	
'::text) = (text ->> 'lv'::text)) AND COALESCE((jsonb_typeof((text -> 'en'::text)) = 'string'::text), false) AND ((char_length((text ->> 'en'::text)) >= 1) AND (char_length((text ->> 'en'::text)) <= 600)) AND (btrim((text ->> 'en'::text), ' 	
'::text) = (text ->> 'en'::text))))
);

ALTER TABLE public.training_questionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_questionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_reminder (
    id bigint NOT NULL,
    days_before smallint NOT NULL,
    owed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    sent_at timestamp with time zone,
    certificate_id bigint NOT NULL,
    CONSTRAINT reminder_60_or_14_days_before CHECK ((days_before = ANY (ARRAY[60, 14]))),
    CONSTRAINT training_reminder_days_before_check CHECK ((days_before >= 0))
);

ALTER TABLE public.training_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_session (
    id bigint NOT NULL,
    language character varying(3) NOT NULL,
    place character varying(200) NOT NULL,
    link character varying(400) NOT NULL,
    "least" smallint NOT NULL,
    most smallint NOT NULL,
    decides_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    cancelled_because character varying(300) NOT NULL,
    cancelled_by_id bigint,
    room_id bigint,
    trainer_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT session_called_off_by_somebody_with_a_reason CHECK ((((cancelled_at IS NULL) AND ((cancelled_because)::text = ''::text) AND (cancelled_by_id IS NULL)) OR ((cancelled_at IS NOT NULL) AND (cancelled_by_id IS NOT NULL) AND (NOT ((cancelled_because)::text = ''::text))))),
    CONSTRAINT session_has_room_for_the_fewest CHECK ((("least" >= 1) AND ("least" <= most) AND (most <= 200))),
    CONSTRAINT session_is_in_a_place_or_online CHECK (((((link)::text = ''::text) AND (NOT ((place)::text = ''::text))) OR ((NOT ((link)::text = ''::text)) AND ((place)::text = ''::text) AND (room_id IS NULL)))),
    CONSTRAINT session_language_is_known CHECK (((language)::text = ANY ((ARRAY['lv'::character varying, 'en'::character varying, 'ru'::character varying, 'uk'::character varying, 'lsl'::character varying])::text[]))),
    CONSTRAINT training_session_least_check CHECK (("least" >= 0)),
    CONSTRAINT training_session_most_check CHECK ((most >= 0))
);

ALTER TABLE public.training_session ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.training_sessionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    language character varying(3) NOT NULL,
    place character varying(200) NOT NULL,
    link character varying(400) NOT NULL,
    "least" smallint NOT NULL,
    most smallint NOT NULL,
    decides_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    cancelled_because character varying(300) NOT NULL,
    cancelled_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    room_id bigint,
    trainer_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT training_sessionevent_least_check CHECK (("least" >= 0)),
    CONSTRAINT training_sessionevent_most_check CHECK ((most >= 0))
);

ALTER TABLE public.training_sessionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.training_sessionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_adaptation (
    id bigint NOT NULL,
    item character varying(20) NOT NULL,
    kind character varying(8) NOT NULL,
    text text NOT NULL,
    reason text NOT NULL,
    since date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    incubator_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT adaptation_item_is_known CHECK (((item)::text = ANY ((ARRAY['why'::character varying, 'materials'::character varying, 'procedures'::character varying, 'tailoring'::character varying, 'provider'::character varying, 'place'::character varying, 'dose'::character varying])::text[]))),
    CONSTRAINT adaptation_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['tailored'::character varying, 'modified'::character varying])::text[]))),
    CONSTRAINT adaptation_says_what_and_why CHECK (((NOT (text = ''::text)) AND (NOT (reason = ''::text))))
);

ALTER TABLE public.trial_adaptation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_adaptation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_adaptationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    item character varying(20) NOT NULL,
    kind character varying(8) NOT NULL,
    text text NOT NULL,
    reason text NOT NULL,
    since date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.trial_adaptationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_adaptationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_chancerun (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    question jsonb NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    answer jsonb,
    problem text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    CONSTRAINT chancerun_done_of_total CHECK ((done <= total)),
    CONSTRAINT chancerun_key_is_a_hash CHECK (((key)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT trial_chancerun_done_check CHECK ((done >= 0)),
    CONSTRAINT trial_chancerun_total_check CHECK ((total >= 0))
);

ALTER TABLE public.trial_chancerun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_chancerun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_course (
    id bigint NOT NULL,
    during daterange NOT NULL,
    incubator_id bigint NOT NULL,
    draw_id bigint NOT NULL,
    arm_id bigint NOT NULL,
    CONSTRAINT course_has_a_beginning_and_an_end CHECK (((upper(during) IS NOT NULL) AND (lower(during) IS NOT NULL) AND (NOT isempty(during))))
);

ALTER TABLE public.trial_course ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_course_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_courseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    during daterange NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    draw_id bigint NOT NULL,
    arm_id bigint NOT NULL
);

ALTER TABLE public.trial_courseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_courseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_designrun (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    question jsonb NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    answer jsonb,
    problem text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    CONSTRAINT designrun_done_of_total CHECK ((done <= total)),
    CONSTRAINT designrun_key_is_a_hash CHECK (((key)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT trial_designrun_done_check CHECK ((done >= 0)),
    CONSTRAINT trial_designrun_total_check CHECK ((total >= 0))
);

ALTER TABLE public.trial_designrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_designrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_deviation (
    id bigint NOT NULL,
    item character varying(40) NOT NULL,
    planned text NOT NULL,
    actual text NOT NULL,
    reason text NOT NULL,
    happened_on date NOT NULL,
    seen character varying(4) NOT NULL,
    bias character varying(8) NOT NULL,
    sensitivity text NOT NULL,
    claims text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id bigint,
    recorded_by_id bigint NOT NULL,
    protocol_id bigint NOT NULL,
    corrects_id bigint,
    CONSTRAINT deviation_approved_by_another CHECK (((approved_by_id IS NULL) OR (NOT ((approved_by_id = recorded_by_id) AND (approved_by_id IS NOT NULL))))),
    CONSTRAINT deviation_approved_by_somebody_at_some_time CHECK ((((approved_at IS NULL) AND (approved_by_id IS NULL)) OR ((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL)))),
    CONSTRAINT deviation_says_what_and_why CHECK (((NOT (planned = ''::text)) AND (NOT (actual = ''::text)) AND (NOT (reason = ''::text)))),
    CONSTRAINT deviation_seen_and_bias_are_known CHECK ((((seen)::text = ANY ((ARRAY['no'::character varying, 'some'::character varying, 'yes'::character varying])::text[])) AND ((bias)::text = ANY ((ARRAY['none'::character varying, 'towards'::character varying, 'away'::character varying, 'unknown'::character varying])::text[]))))
);

ALTER TABLE public.trial_deviation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_deviation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_deviationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    item character varying(40) NOT NULL,
    planned text NOT NULL,
    actual text NOT NULL,
    reason text NOT NULL,
    happened_on date NOT NULL,
    seen character varying(4) NOT NULL,
    bias character varying(8) NOT NULL,
    sensitivity text NOT NULL,
    claims text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    protocol_id bigint NOT NULL,
    corrects_id bigint
);

ALTER TABLE public.trial_deviationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_deviationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_draw (
    id bigint NOT NULL,
    problem text NOT NULL,
    problem_hash character varying(64) NOT NULL,
    commitment character varying(64) NOT NULL,
    committed_at timestamp with time zone NOT NULL,
    seed bigint,
    salt character varying(64) NOT NULL,
    public_value character varying(200) NOT NULL,
    public_source character varying(300) NOT NULL,
    revealed_at timestamp with time zone,
    committed_by_id bigint NOT NULL,
    revealed_by_id bigint,
    protocol_id bigint NOT NULL,
    CONSTRAINT draw_hashes_are_hashes CHECK ((((commitment)::text ~ '^[0-9a-f]{64}$'::text) AND ((problem_hash)::text ~ '^[0-9a-f]{64}$'::text))),
    CONSTRAINT draw_problem_hash_is_of_its_file CHECK (((problem_hash)::text = encode(sha256(convert_to(problem, 'UTF8'::name)), 'hex'::text))),
    CONSTRAINT draw_revealed_as_a_whole CHECK (((((public_source)::text = ''::text) AND ((public_value)::text = ''::text) AND (revealed_at IS NULL) AND (revealed_by_id IS NULL) AND ((salt)::text = ''::text) AND (seed IS NULL)) OR ((revealed_at IS NOT NULL) AND (revealed_by_id IS NOT NULL) AND (seed IS NOT NULL) AND (NOT ((salt)::text = ''::text)) AND (NOT ((public_value)::text = ''::text)) AND (NOT ((public_source)::text = ''::text))))),
    CONSTRAINT draw_seed_matches_its_hash CHECK (((seed IS NULL) OR ((commitment)::text = encode(sha256(convert_to((COALESCE((seed)::text, ''::text) || COALESCE((COALESCE('
'::text, ''::text) || COALESCE(((COALESCE(salt, ''::character varying))::text || COALESCE((COALESCE('
'::text, ''::text) || COALESCE(((COALESCE(problem_hash, ''::character varying))::text || COALESCE('
'::text, ''::text)), ''::text)), ''::text)), ''::text)), ''::text)), 'UTF8'::name)), 'hex'::text))))
);

ALTER TABLE public.trial_draw ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_draw_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_drawevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    problem text NOT NULL,
    problem_hash character varying(64) NOT NULL,
    commitment character varying(64) NOT NULL,
    committed_at timestamp with time zone NOT NULL,
    seed bigint,
    salt character varying(64) NOT NULL,
    public_value character varying(200) NOT NULL,
    public_source character varying(300) NOT NULL,
    revealed_at timestamp with time zone,
    committed_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    revealed_by_id bigint,
    protocol_id bigint NOT NULL
);

ALTER TABLE public.trial_drawevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_drawevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_fidelityassessment (
    id bigint NOT NULL,
    quarter date NOT NULL,
    source character varying(300) NOT NULL,
    note text NOT NULL,
    assessed_on date NOT NULL,
    assessor_id bigint NOT NULL,
    incubator_id bigint NOT NULL,
    CONSTRAINT fidelity_assessed_not_before CHECK ((assessed_on >= quarter)),
    CONSTRAINT fidelity_names_its_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT fidelity_quarter_begins_a_quarter CHECK (((EXTRACT(month FROM quarter) = ANY (ARRAY[(1)::numeric, (4)::numeric, (7)::numeric, (10)::numeric])) AND (EXTRACT(day FROM quarter) = (1)::numeric)))
);

ALTER TABLE public.trial_fidelityassessment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_fidelityassessment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_fidelityassessmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    quarter date NOT NULL,
    source character varying(300) NOT NULL,
    note text NOT NULL,
    assessed_on date NOT NULL,
    assessor_id bigint NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.trial_fidelityassessmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_fidelityassessmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_fidelityitem (
    id bigint NOT NULL,
    item character varying(20) NOT NULL,
    planned numeric(8,2),
    actual numeric(8,2) NOT NULL,
    assessment_id bigint NOT NULL,
    CONSTRAINT fidelity_item_is_known_and_in_range CHECK ((((actual >= (0)::numeric) AND ((item)::text = ANY ((ARRAY['content'::character varying, 'coverage'::character varying, 'frequency'::character varying, 'duration'::character varying])::text[])) AND (planned > (0)::numeric)) OR ((actual >= (1)::numeric) AND (actual <= (5)::numeric) AND ((item)::text = ANY ((ARRAY['complexity'::character varying, 'facilitation'::character varying, 'delivery_quality'::character varying, 'responsiveness'::character varying, 'recruitment'::character varying, 'context'::character varying])::text[])))))
);

ALTER TABLE public.trial_fidelityitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_fidelityitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_fidelityitemevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    item character varying(20) NOT NULL,
    planned numeric(8,2),
    actual numeric(8,2) NOT NULL,
    assessment_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.trial_fidelityitemevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_fidelityitemevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_flowevent (
    id bigint NOT NULL,
    stage character varying(12) NOT NULL,
    reason character varying(200) NOT NULL,
    happened_on date NOT NULL,
    incubator_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT flow_says_why CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT flow_stage_is_known CHECK (((stage)::text = ANY ((ARRAY['excluded'::character varying, 'not_received'::character varying, 'lost'::character varying, 'discontinued'::character varying, 'not_analysed'::character varying])::text[])))
);

ALTER TABLE public.trial_flowevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_flowevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_floweventevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    stage character varying(12) NOT NULL,
    reason character varying(200) NOT NULL,
    happened_on date NOT NULL,
    incubator_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL
);

ALTER TABLE public.trial_floweventevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_floweventevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_protocolarm (
    id bigint NOT NULL,
    version_id bigint NOT NULL,
    protocol_id bigint NOT NULL
);

ALTER TABLE public.trial_protocolarm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_protocolarm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_protocolarmevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    version_id bigint NOT NULL,
    protocol_id bigint NOT NULL
);

ALTER TABLE public.trial_protocolarmevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_protocolarmevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_protocoldocument (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    public boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    protocol_id bigint NOT NULL,
    CONSTRAINT document_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT document_hash_is_of_its_content CHECK (((sha256)::text = encode(sha256(content), 'hex'::text))),
    CONSTRAINT document_size_is_true_and_small CHECK (((size = octet_length(content)) AND (size > 0) AND (size <= 5000000))),
    CONSTRAINT trial_protocoldocument_size_check CHECK ((size >= 0))
);

ALTER TABLE public.trial_protocoldocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_protocoldocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_protocoldocumentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    public boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    protocol_id bigint NOT NULL,
    CONSTRAINT trial_protocoldocumentevent_size_check CHECK ((size >= 0))
);

ALTER TABLE public.trial_protocoldocumentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_protocoldocumentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_protocolversion (
    id bigint NOT NULL,
    major smallint NOT NULL,
    minor smallint NOT NULL,
    content jsonb NOT NULL,
    plan text NOT NULL,
    changed text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    canonical text NOT NULL,
    sha256 character varying(64) NOT NULL,
    registered_at timestamp with time zone,
    created_by_id bigint NOT NULL,
    registered_by_id bigint,
    CONSTRAINT protocol_hash_is_of_its_text CHECK (((registered_at IS NULL) OR ((sha256)::text = encode(sha256(convert_to(canonical, 'UTF8'::name)), 'hex'::text)))),
    CONSTRAINT protocol_registered_by_somebody_with_hash_and_plan CHECK ((((registered_at IS NULL) AND (registered_by_id IS NULL) AND ((sha256)::text = ''::text)) OR ((registered_at IS NOT NULL) AND (registered_by_id IS NOT NULL) AND (NOT ((sha256)::text = ''::text)) AND (NOT (plan = ''::text))))),
    CONSTRAINT trial_protocolversion_major_check CHECK ((major >= 0)),
    CONSTRAINT trial_protocolversion_minor_check CHECK ((minor >= 0))
);

ALTER TABLE public.trial_protocolversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_protocolversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trial_protocolversionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    major smallint NOT NULL,
    minor smallint NOT NULL,
    content jsonb NOT NULL,
    plan text NOT NULL,
    changed text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    canonical text NOT NULL,
    sha256 character varying(64) NOT NULL,
    registered_at timestamp with time zone,
    created_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    registered_by_id bigint,
    CONSTRAINT trial_protocolversionevent_major_check CHECK ((major >= 0)),
    CONSTRAINT trial_protocolversionevent_minor_check CHECK ((minor >= 0))
);

ALTER TABLE public.trial_protocolversionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trial_protocolversionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailadmin_admin (
    id integer NOT NULL
);

ALTER TABLE public.wagtailadmin_admin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_admin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailadmin_editingsession (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);

ALTER TABLE public.wagtailadmin_editingsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_editingsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailadmin_formstate (
    id integer NOT NULL,
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.wagtailadmin_formstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_formstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_apitoken (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    key_hash character varying(64) NOT NULL,
    prefix character varying(16) NOT NULL,
    created timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    user_id bigint NOT NULL
);

ALTER TABLE public.wagtailcore_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_collection (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    CONSTRAINT wagtailcore_collection_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_collection_numchild_check CHECK ((numchild >= 0))
);

ALTER TABLE public.wagtailcore_collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_collectionviewrestriction (
    id integer NOT NULL,
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);

CREATE TABLE public.wagtailcore_collectionviewrestriction_groups (
    id bigint NOT NULL,
    collectionviewrestriction_id integer CONSTRAINT wagtailcore_collectionviewr_collectionviewrestriction__not_null NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_collectionviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.wagtailcore_collectionviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_comment (
    id integer NOT NULL,
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);

ALTER TABLE public.wagtailcore_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_commentreply (
    id integer NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.wagtailcore_commentreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_commentreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_groupapprovaltask (
    task_ptr_id integer NOT NULL
);

CREATE TABLE public.wagtailcore_groupapprovaltask_groups (
    id bigint NOT NULL,
    groupapprovaltask_id integer CONSTRAINT wagtailcore_groupapprovaltask_gro_groupapprovaltask_id_not_null NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_groupapprovaltask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupapprovaltask_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_groupcollectionpermission (
    id integer NOT NULL,
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_groupcollectionpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupcollectionpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_grouppagepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_grouppagepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_grouppagepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_groupsitepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_groupsitepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupsitepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_locale (
    id integer NOT NULL,
    language_code character varying(100) NOT NULL
);

ALTER TABLE public.wagtailcore_locale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_locale_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_modellogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_modellogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);

ALTER TABLE public.wagtailcore_modellogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_modellogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_page (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer,
    CONSTRAINT wagtailcore_page_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_page_numchild_check CHECK ((numchild >= 0))
);

ALTER TABLE public.wagtailcore_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_pagelogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_pagelogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);

ALTER TABLE public.wagtailcore_pagelogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagelogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_revision (
    id integer CONSTRAINT wagtailcore_pagerevision_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT wagtailcore_pagerevision_created_at_not_null NOT NULL,
    content jsonb CONSTRAINT wagtailcore_pagerevision_content_json_not_null NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) CONSTRAINT wagtailcore_pagerevision_page_id_not_null NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);

ALTER TABLE public.wagtailcore_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagerevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_pagesubscription (
    id integer NOT NULL,
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.wagtailcore_pagesubscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagesubscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_pageviewrestriction (
    id integer NOT NULL,
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);

CREATE TABLE public.wagtailcore_pageviewrestriction_groups (
    id bigint NOT NULL,
    pageviewrestriction_id integer CONSTRAINT wagtailcore_pageviewrestriction_pageviewrestriction_id_not_null NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_pageviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.wagtailcore_pageviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_referenceindex (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_referenceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_referenceindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_site (
    id integer NOT NULL,
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);

ALTER TABLE public.wagtailcore_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_task (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_taskstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer CONSTRAINT wagtailcore_taskstate_page_revision_id_not_null NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);

ALTER TABLE public.wagtailcore_taskstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_taskstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_uploadedfile (
    id integer NOT NULL,
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);

ALTER TABLE public.wagtailcore_uploadedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_uploadedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_workflow (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);

ALTER TABLE public.wagtailcore_workflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_workflowcontenttype (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);

CREATE TABLE public.wagtailcore_workflowpage (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);

CREATE TABLE public.wagtailcore_workflowstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) CONSTRAINT wagtailcore_workflowstate_page_id_not_null NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_workflowstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailcore_workflowtask (
    id integer NOT NULL,
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);

ALTER TABLE public.wagtailcore_workflowtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtaildocs_document (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    collection_id integer NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    CONSTRAINT wagtaildocs_document_file_size_check CHECK ((file_size >= 0))
);

ALTER TABLE public.wagtaildocs_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtaildocs_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailimages_image (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    uploaded_by_user_id bigint,
    file_size integer,
    collection_id integer NOT NULL,
    file_hash character varying(40) NOT NULL,
    description character varying(255) NOT NULL,
    CONSTRAINT wagtailimages_image_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_y_check CHECK ((focal_point_y >= 0))
);

ALTER TABLE public.wagtailimages_image ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_image_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailimages_rendition (
    id integer NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    filter_spec character varying(255) NOT NULL,
    image_id integer NOT NULL
);

ALTER TABLE public.wagtailimages_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailsearch_indexentry (
    id integer NOT NULL,
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);

ALTER TABLE public.wagtailsearch_indexentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailsearch_indexentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.wagtailusers_userprofile (
    id integer NOT NULL,
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean CONSTRAINT wagtailusers_userprofile_updated_comments_notification_not_null NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);

ALTER TABLE public.wagtailusers_userprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailusers_userprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);



INSERT INTO public.auth_group (id, name) VALUES (1, 'Moderators');
INSERT INTO public.auth_group (id, name) VALUES (2, 'Editors');

INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (1, 1, 1);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (2, 1, 2);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (3, 1, 3);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (4, 2, 1);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (5, 2, 2);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (6, 2, 3);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (7, 1, 4);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (8, 2, 4);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (9, 1, 5);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (10, 2, 5);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (11, 1, 114);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (12, 1, 115);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (13, 1, 116);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (14, 2, 114);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (15, 2, 115);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (16, 2, 116);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (17, 1, 117);
INSERT INTO public.auth_group_permissions (id, group_id, permission_id) VALUES (18, 2, 117);

INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (1, 'Can add image', 4, 'add_image');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (2, 'Can change image', 4, 'change_image');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (3, 'Can delete image', 4, 'delete_image');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (4, 'Can access Wagtail admin', 5, 'access_admin');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (5, 'Can choose image', 4, 'choose_image');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (6, 'Can add locale', 7, 'add_locale');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (7, 'Can change locale', 7, 'change_locale');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (8, 'Can delete locale', 7, 'delete_locale');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (9, 'Can view locale', 7, 'view_locale');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (10, 'Can add site', 8, 'add_site');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (11, 'Can change site', 8, 'change_site');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (12, 'Can delete site', 8, 'delete_site');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (13, 'Can view site', 8, 'view_site');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (14, 'Can add group site permission', 9, 'add_groupsitepermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (15, 'Can change group site permission', 9, 'change_groupsitepermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (16, 'Can delete group site permission', 9, 'delete_groupsitepermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (17, 'Can view group site permission', 9, 'view_groupsitepermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (18, 'Can add API token', 10, 'add_apitoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (19, 'Can change API token', 10, 'change_apitoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (20, 'Can delete API token', 10, 'delete_apitoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (21, 'Can view API token', 10, 'view_apitoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (22, 'Can add model log entry', 11, 'add_modellogentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (23, 'Can change model log entry', 11, 'change_modellogentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (24, 'Can delete model log entry', 11, 'delete_modellogentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (25, 'Can view model log entry', 11, 'view_modellogentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (26, 'Can add revision', 12, 'add_revision');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (27, 'Can change revision', 12, 'change_revision');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (28, 'Can delete revision', 12, 'delete_revision');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (29, 'Can view revision', 12, 'view_revision');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (30, 'Can add collection view restriction', 13, 'add_collectionviewrestriction');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (31, 'Can change collection view restriction', 13, 'change_collectionviewrestriction');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (32, 'Can delete collection view restriction', 13, 'delete_collectionviewrestriction');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (33, 'Can view collection view restriction', 13, 'view_collectionviewrestriction');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (34, 'Can add collection', 14, 'add_collection');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (35, 'Can change collection', 14, 'change_collection');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (36, 'Can delete collection', 14, 'delete_collection');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (37, 'Can view collection', 14, 'view_collection');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (38, 'Can add group collection permission', 15, 'add_groupcollectionpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (39, 'Can change group collection permission', 15, 'change_groupcollectionpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (40, 'Can delete group collection permission', 15, 'delete_groupcollectionpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (41, 'Can view group collection permission', 15, 'view_groupcollectionpermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (42, 'Can add uploaded file', 16, 'add_uploadedfile');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (43, 'Can change uploaded file', 16, 'change_uploadedfile');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (44, 'Can delete uploaded file', 16, 'delete_uploadedfile');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (45, 'Can view uploaded file', 16, 'view_uploadedfile');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (46, 'Can add workflow content type', 17, 'add_workflowcontenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (47, 'Can change workflow content type', 17, 'change_workflowcontenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (48, 'Can delete workflow content type', 17, 'delete_workflowcontenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (49, 'Can view workflow content type', 17, 'view_workflowcontenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (50, 'Can add Workflow state', 18, 'add_workflowstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (51, 'Can change Workflow state', 18, 'change_workflowstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (52, 'Can delete Workflow state', 18, 'delete_workflowstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (53, 'Can view Workflow state', 18, 'view_workflowstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (54, 'Can add workflow', 19, 'add_workflow');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (55, 'Can change workflow', 19, 'change_workflow');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (56, 'Can delete workflow', 19, 'delete_workflow');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (57, 'Can view workflow', 19, 'view_workflow');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (58, 'Can add workflow task order', 20, 'add_workflowtask');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (59, 'Can change workflow task order', 20, 'change_workflowtask');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (60, 'Can delete workflow task order', 20, 'delete_workflowtask');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (61, 'Can view workflow task order', 20, 'view_workflowtask');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (62, 'Can add task', 21, 'add_task');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (63, 'Can change task', 21, 'change_task');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (64, 'Can delete task', 21, 'delete_task');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (65, 'Can view task', 21, 'view_task');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (66, 'Can add Group approval task', 6, 'add_groupapprovaltask');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (67, 'Can change Group approval task', 6, 'change_groupapprovaltask');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (68, 'Can delete Group approval task', 6, 'delete_groupapprovaltask');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (69, 'Can view Group approval task', 6, 'view_groupapprovaltask');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (70, 'Can add Task state', 22, 'add_taskstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (71, 'Can change Task state', 22, 'change_taskstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (72, 'Can delete Task state', 22, 'delete_taskstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (73, 'Can view Task state', 22, 'view_taskstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (74, 'Can add page', 3, 'add_page');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (75, 'Can change page', 3, 'change_page');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (76, 'Can delete page', 3, 'delete_page');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (77, 'Can view page', 3, 'view_page');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (78, 'Delete pages with children', 3, 'bulk_delete_page');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (79, 'Lock/unlock pages you''ve locked', 3, 'lock_page');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (80, 'Publish any page', 3, 'publish_page');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (81, 'Unlock any page', 3, 'unlock_page');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (82, 'Can add group page permission', 23, 'add_grouppagepermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (83, 'Can change group page permission', 23, 'change_grouppagepermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (84, 'Can delete group page permission', 23, 'delete_grouppagepermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (85, 'Can view group page permission', 23, 'view_grouppagepermission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (86, 'Can add page view restriction', 24, 'add_pageviewrestriction');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (87, 'Can change page view restriction', 24, 'change_pageviewrestriction');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (88, 'Can delete page view restriction', 24, 'delete_pageviewrestriction');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (89, 'Can view page view restriction', 24, 'view_pageviewrestriction');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (90, 'Can add workflow page', 25, 'add_workflowpage');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (91, 'Can change workflow page', 25, 'change_workflowpage');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (92, 'Can delete workflow page', 25, 'delete_workflowpage');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (93, 'Can view workflow page', 25, 'view_workflowpage');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (94, 'Can add page log entry', 26, 'add_pagelogentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (95, 'Can change page log entry', 26, 'change_pagelogentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (96, 'Can delete page log entry', 26, 'delete_pagelogentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (97, 'Can view page log entry', 26, 'view_pagelogentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (98, 'Can add comment', 27, 'add_comment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (99, 'Can change comment', 27, 'change_comment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (100, 'Can delete comment', 27, 'delete_comment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (101, 'Can view comment', 27, 'view_comment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (102, 'Can add comment reply', 28, 'add_commentreply');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (103, 'Can change comment reply', 28, 'change_commentreply');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (104, 'Can delete comment reply', 28, 'delete_commentreply');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (105, 'Can view comment reply', 28, 'view_commentreply');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (106, 'Can add page subscription', 29, 'add_pagesubscription');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (107, 'Can change page subscription', 29, 'change_pagesubscription');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (108, 'Can delete page subscription', 29, 'delete_pagesubscription');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (109, 'Can view page subscription', 29, 'view_pagesubscription');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (110, 'Can add reference index', 30, 'add_referenceindex');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (111, 'Can change reference index', 30, 'change_referenceindex');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (112, 'Can delete reference index', 30, 'delete_referenceindex');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (113, 'Can view reference index', 30, 'view_referenceindex');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (114, 'Can add document', 31, 'add_document');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (115, 'Can change document', 31, 'change_document');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (116, 'Can delete document', 31, 'delete_document');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (117, 'Can choose document', 31, 'choose_document');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (118, 'Can add course event', 32, 'add_courseevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (119, 'Can change course event', 32, 'change_courseevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (120, 'Can delete course event', 32, 'delete_courseevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (121, 'Can view course event', 32, 'view_courseevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (122, 'Can add version of a course', 33, 'add_courseversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (123, 'Can change version of a course', 33, 'change_courseversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (124, 'Can delete version of a course', 33, 'delete_courseversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (125, 'Can view version of a course', 33, 'view_courseversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (126, 'Can add course version event', 34, 'add_courseversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (127, 'Can change course version event', 34, 'change_courseversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (128, 'Can delete course version event', 34, 'delete_courseversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (129, 'Can view course version event', 34, 'view_courseversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (130, 'Can add certificate', 35, 'add_certificate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (131, 'Can change certificate', 35, 'change_certificate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (132, 'Can delete certificate', 35, 'delete_certificate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (133, 'Can view certificate', 35, 'view_certificate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (134, 'Can add certificate event', 36, 'add_certificateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (135, 'Can change certificate event', 36, 'change_certificateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (136, 'Can delete certificate event', 36, 'delete_certificateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (137, 'Can view certificate event', 36, 'view_certificateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (138, 'Can add course', 37, 'add_course');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (139, 'Can change course', 37, 'change_course');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (140, 'Can delete course', 37, 'delete_course');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (141, 'Can view course', 37, 'view_course');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (142, 'Can add meeting of a pair', 38, 'add_mentoringmeeting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (143, 'Can change meeting of a pair', 38, 'change_mentoringmeeting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (144, 'Can delete meeting of a pair', 38, 'delete_mentoringmeeting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (145, 'Can view meeting of a pair', 38, 'view_mentoringmeeting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (146, 'Can add mentoring pair', 39, 'add_mentoringpair');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (147, 'Can change mentoring pair', 39, 'change_mentoringpair');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (148, 'Can delete mentoring pair', 39, 'delete_mentoringpair');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (149, 'Can view mentoring pair', 39, 'view_mentoringpair');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (150, 'Can add note of a pair', 40, 'add_mentoringnote');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (151, 'Can change note of a pair', 40, 'change_mentoringnote');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (152, 'Can delete note of a pair', 40, 'delete_mentoringnote');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (153, 'Can view note of a pair', 40, 'view_mentoringnote');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (154, 'Can add mentoring meeting event', 41, 'add_mentoringmeetingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (155, 'Can change mentoring meeting event', 41, 'change_mentoringmeetingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (156, 'Can delete mentoring meeting event', 41, 'delete_mentoringmeetingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (157, 'Can view mentoring meeting event', 41, 'view_mentoringmeetingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (158, 'Can add mentoring pair event', 42, 'add_mentoringpairevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (159, 'Can change mentoring pair event', 42, 'change_mentoringpairevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (160, 'Can delete mentoring pair event', 42, 'delete_mentoringpairevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (161, 'Can view mentoring pair event', 42, 'view_mentoringpairevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (162, 'Can add offer of a mentor', 43, 'add_mentoroffer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (163, 'Can change offer of a mentor', 43, 'change_mentoroffer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (164, 'Can delete offer of a mentor', 43, 'delete_mentoroffer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (165, 'Can view offer of a mentor', 43, 'view_mentoroffer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (166, 'Can add hours of a mentor', 44, 'add_mentorhours');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (167, 'Can change hours of a mentor', 44, 'change_mentorhours');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (168, 'Can delete hours of a mentor', 44, 'delete_mentorhours');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (169, 'Can view hours of a mentor', 44, 'view_mentorhours');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (170, 'Can add wish for a mentor', 45, 'add_mentorwish');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (171, 'Can change wish for a mentor', 45, 'change_mentorwish');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (172, 'Can delete wish for a mentor', 45, 'delete_mentorwish');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (173, 'Can view wish for a mentor', 45, 'view_mentorwish');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (174, 'Can add try of a test', 46, 'add_attempt');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (175, 'Can change try of a test', 46, 'change_attempt');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (176, 'Can delete try of a test', 46, 'delete_attempt');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (177, 'Can view try of a test', 46, 'view_attempt');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (178, 'Can add attempt event', 47, 'add_attemptevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (179, 'Can change attempt event', 47, 'change_attemptevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (180, 'Can delete attempt event', 47, 'delete_attemptevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (181, 'Can view attempt event', 47, 'view_attemptevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (182, 'Can add attendance', 48, 'add_attendance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (183, 'Can change attendance', 48, 'change_attendance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (184, 'Can delete attendance', 48, 'delete_attendance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (185, 'Can view attendance', 48, 'view_attendance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (186, 'Can add attendance event', 49, 'add_attendanceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (187, 'Can change attendance event', 49, 'change_attendanceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (188, 'Can delete attendance event', 49, 'delete_attendanceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (189, 'Can view attendance event', 49, 'view_attendanceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (190, 'Can add item of the practical checklist', 50, 'add_checklistitem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (191, 'Can change item of the practical checklist', 50, 'change_checklistitem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (192, 'Can delete item of the practical checklist', 50, 'delete_checklistitem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (193, 'Can view item of the practical checklist', 50, 'view_checklistitem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (194, 'Can add checklist item event', 51, 'add_checklistitemevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (195, 'Can change checklist item event', 51, 'change_checklistitemevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (196, 'Can delete checklist item event', 51, 'delete_checklistitemevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (197, 'Can view checklist item event', 51, 'view_checklistitemevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (198, 'Can add enrolment', 52, 'add_enrolment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (199, 'Can change enrolment', 52, 'change_enrolment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (200, 'Can delete enrolment', 52, 'delete_enrolment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (201, 'Can view enrolment', 52, 'view_enrolment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (202, 'Can add enrolment event', 53, 'add_enrolmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (203, 'Can change enrolment event', 53, 'change_enrolmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (204, 'Can delete enrolment event', 53, 'delete_enrolmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (205, 'Can view enrolment event', 53, 'view_enrolmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (206, 'Can add letter about a session', 54, 'add_letter');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (207, 'Can change letter about a session', 54, 'change_letter');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (208, 'Can delete letter about a session', 54, 'delete_letter');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (209, 'Can view letter about a session', 54, 'view_letter');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (210, 'Can add meeting of a session', 55, 'add_meeting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (211, 'Can change meeting of a session', 55, 'change_meeting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (212, 'Can delete meeting of a session', 55, 'delete_meeting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (213, 'Can view meeting of a session', 55, 'view_meeting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (214, 'Can add meeting event', 56, 'add_meetingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (215, 'Can change meeting event', 56, 'change_meetingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (216, 'Can delete meeting event', 56, 'delete_meetingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (217, 'Can view meeting event', 56, 'view_meetingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (218, 'Can add prerequisite', 57, 'add_prerequisite');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (219, 'Can change prerequisite', 57, 'change_prerequisite');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (220, 'Can delete prerequisite', 57, 'delete_prerequisite');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (221, 'Can view prerequisite', 57, 'view_prerequisite');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (222, 'Can add prerequisite event', 58, 'add_prerequisiteevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (223, 'Can change prerequisite event', 58, 'change_prerequisiteevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (224, 'Can delete prerequisite event', 58, 'delete_prerequisiteevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (225, 'Can view prerequisite event', 58, 'view_prerequisiteevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (226, 'Can add question of a test', 59, 'add_question');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (227, 'Can change question of a test', 59, 'change_question');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (228, 'Can delete question of a test', 59, 'delete_question');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (229, 'Can view question of a test', 59, 'view_question');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (230, 'Can add question event', 60, 'add_questionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (231, 'Can change question event', 60, 'change_questionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (232, 'Can delete question event', 60, 'delete_questionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (233, 'Can view question event', 60, 'view_questionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (234, 'Can add session of a course', 61, 'add_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (235, 'Can change session of a course', 61, 'change_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (236, 'Can delete session of a course', 61, 'delete_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (237, 'Can view session of a course', 61, 'view_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (238, 'Can add session event', 62, 'add_sessionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (239, 'Can change session event', 62, 'change_sessionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (240, 'Can delete session event', 62, 'delete_sessionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (241, 'Can view session event', 62, 'view_sessionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (242, 'Can add machine that a course opens', 63, 'add_openedmachine');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (243, 'Can change machine that a course opens', 63, 'change_openedmachine');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (244, 'Can delete machine that a course opens', 63, 'delete_openedmachine');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (245, 'Can view machine that a course opens', 63, 'view_openedmachine');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (246, 'Can add opened machine event', 64, 'add_openedmachineevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (247, 'Can change opened machine event', 64, 'change_openedmachineevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (248, 'Can delete opened machine event', 64, 'delete_openedmachineevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (249, 'Can view opened machine event', 64, 'view_openedmachineevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (250, 'Can add reminder', 65, 'add_reminder');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (251, 'Can change reminder', 65, 'change_reminder');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (252, 'Can delete reminder', 65, 'delete_reminder');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (253, 'Can view reminder', 65, 'view_reminder');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (254, 'Can add adaptation of a model', 66, 'add_adaptation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (255, 'Can change adaptation of a model', 66, 'change_adaptation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (256, 'Can delete adaptation of a model', 66, 'delete_adaptation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (257, 'Can view adaptation of a model', 66, 'view_adaptation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (258, 'Can add adaptation event', 67, 'add_adaptationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (259, 'Can change adaptation event', 67, 'change_adaptationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (260, 'Can delete adaptation event', 67, 'delete_adaptationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (261, 'Can view adaptation event', 67, 'view_adaptationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (262, 'Can add draws on trial', 68, 'add_chancerun');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (263, 'Can change draws on trial', 68, 'change_chancerun');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (264, 'Can delete draws on trial', 68, 'delete_chancerun');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (265, 'Can view draws on trial', 68, 'view_chancerun');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (266, 'Can add simulated design', 69, 'add_designrun');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (267, 'Can change simulated design', 69, 'change_designrun');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (268, 'Can delete simulated design', 69, 'delete_designrun');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (269, 'Can view simulated design', 69, 'view_designrun');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (270, 'Can add deviation', 70, 'add_deviation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (271, 'Can change deviation', 70, 'change_deviation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (272, 'Can delete deviation', 70, 'delete_deviation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (273, 'Can view deviation', 70, 'view_deviation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (274, 'Can add draw', 71, 'add_draw');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (275, 'Can change draw', 71, 'change_draw');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (276, 'Can delete draw', 71, 'delete_draw');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (277, 'Can view draw', 71, 'view_draw');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (278, 'Can add course of an incubator', 72, 'add_course');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (279, 'Can change course of an incubator', 72, 'change_course');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (280, 'Can delete course of an incubator', 72, 'delete_course');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (281, 'Can view course of an incubator', 72, 'view_course');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (282, 'Can add assessment of fidelity', 73, 'add_fidelityassessment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (283, 'Can change assessment of fidelity', 73, 'change_fidelityassessment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (284, 'Can delete assessment of fidelity', 73, 'delete_fidelityassessment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (285, 'Can view assessment of fidelity', 73, 'view_fidelityassessment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (286, 'Can add fidelity assessment event', 74, 'add_fidelityassessmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (287, 'Can change fidelity assessment event', 74, 'change_fidelityassessmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (288, 'Can delete fidelity assessment event', 74, 'delete_fidelityassessmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (289, 'Can view fidelity assessment event', 74, 'view_fidelityassessmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (290, 'Can add item of fidelity', 75, 'add_fidelityitem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (291, 'Can change item of fidelity', 75, 'change_fidelityitem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (292, 'Can delete item of fidelity', 75, 'delete_fidelityitem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (293, 'Can view item of fidelity', 75, 'view_fidelityitem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (294, 'Can add fidelity item event', 76, 'add_fidelityitemevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (295, 'Can change fidelity item event', 76, 'change_fidelityitemevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (296, 'Can delete fidelity item event', 76, 'delete_fidelityitemevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (297, 'Can view fidelity item event', 76, 'view_fidelityitemevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (298, 'Can add event of the flow', 77, 'add_flowevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (299, 'Can change event of the flow', 77, 'change_flowevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (300, 'Can delete event of the flow', 77, 'delete_flowevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (301, 'Can view event of the flow', 77, 'view_flowevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (302, 'Can add flow event event', 78, 'add_floweventevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (303, 'Can change flow event event', 78, 'change_floweventevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (304, 'Can delete flow event event', 78, 'delete_floweventevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (305, 'Can view flow event event', 78, 'view_floweventevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (306, 'Can add model of a protocol', 79, 'add_protocolarm');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (307, 'Can change model of a protocol', 79, 'change_protocolarm');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (308, 'Can delete model of a protocol', 79, 'delete_protocolarm');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (309, 'Can view model of a protocol', 79, 'view_protocolarm');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (310, 'Can add course event', 80, 'add_courseevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (311, 'Can change course event', 80, 'change_courseevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (312, 'Can delete course event', 80, 'delete_courseevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (313, 'Can view course event', 80, 'view_courseevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (314, 'Can add document of the protocol', 81, 'add_protocoldocument');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (315, 'Can change document of the protocol', 81, 'change_protocoldocument');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (316, 'Can delete document of the protocol', 81, 'delete_protocoldocument');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (317, 'Can view document of the protocol', 81, 'view_protocoldocument');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (318, 'Can add version of the protocol', 82, 'add_protocolversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (319, 'Can change version of the protocol', 82, 'change_protocolversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (320, 'Can delete version of the protocol', 82, 'delete_protocolversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (321, 'Can view version of the protocol', 82, 'view_protocolversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (322, 'Can add protocol document event', 83, 'add_protocoldocumentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (323, 'Can change protocol document event', 83, 'change_protocoldocumentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (324, 'Can delete protocol document event', 83, 'delete_protocoldocumentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (325, 'Can view protocol document event', 83, 'view_protocoldocumentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (326, 'Can add protocol arm event', 84, 'add_protocolarmevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (327, 'Can change protocol arm event', 84, 'change_protocolarmevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (328, 'Can delete protocol arm event', 84, 'delete_protocolarmevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (329, 'Can view protocol arm event', 84, 'view_protocolarmevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (330, 'Can add draw event', 85, 'add_drawevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (331, 'Can change draw event', 85, 'change_drawevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (332, 'Can delete draw event', 85, 'delete_drawevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (333, 'Can view draw event', 85, 'view_drawevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (334, 'Can add deviation event', 86, 'add_deviationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (335, 'Can change deviation event', 86, 'change_deviationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (336, 'Can delete deviation event', 86, 'delete_deviationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (337, 'Can view deviation event', 86, 'view_deviationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (338, 'Can add protocol version event', 87, 'add_protocolversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (339, 'Can change protocol version event', 87, 'change_protocolversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (340, 'Can delete protocol version event', 87, 'delete_protocolversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (341, 'Can view protocol version event', 87, 'view_protocolversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (342, 'Can add salt', 88, 'add_originsalt');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (343, 'Can change salt', 88, 'change_originsalt');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (344, 'Can delete salt', 88, 'delete_originsalt');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (345, 'Can view salt', 88, 'view_originsalt');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (346, 'Can add topic', 89, 'add_topic');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (347, 'Can change topic', 89, 'change_topic');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (348, 'Can delete topic', 89, 'delete_topic');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (349, 'Can view topic', 89, 'view_topic');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (350, 'Can add article', 90, 'add_article');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (351, 'Can change article', 90, 'change_article');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (352, 'Can delete article', 90, 'delete_article');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (353, 'Can view article', 90, 'view_article');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (354, 'Can add comment', 91, 'add_comment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (355, 'Can change comment', 91, 'change_comment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (356, 'Can delete comment', 91, 'delete_comment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (357, 'Can view comment', 91, 'view_comment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (358, 'Can add ban', 92, 'add_ban');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (359, 'Can change ban', 92, 'change_ban');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (360, 'Can delete ban', 92, 'delete_ban');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (361, 'Can view ban', 92, 'view_ban');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (362, 'Can add appeal', 93, 'add_appeal');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (363, 'Can change appeal', 93, 'change_appeal');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (364, 'Can delete appeal', 93, 'delete_appeal');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (365, 'Can view appeal', 93, 'view_appeal');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (366, 'Can add discussion', 94, 'add_discussion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (367, 'Can change discussion', 94, 'change_discussion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (368, 'Can delete discussion', 94, 'delete_discussion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (369, 'Can view discussion', 94, 'view_discussion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (370, 'Can add notice of illegal content', 95, 'add_notice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (371, 'Can change notice of illegal content', 95, 'change_notice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (372, 'Can delete notice of illegal content', 95, 'delete_notice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (373, 'Can view notice of illegal content', 95, 'view_notice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (374, 'Can add report', 96, 'add_report');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (375, 'Can change report', 96, 'change_report');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (376, 'Can delete report', 96, 'delete_report');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (377, 'Can view report', 96, 'view_report');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (378, 'Can add step of a comment', 97, 'add_transition');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (379, 'Can change step of a comment', 97, 'change_transition');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (380, 'Can delete step of a comment', 97, 'delete_transition');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (381, 'Can view step of a comment', 97, 'view_transition');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (382, 'Can add banner', 98, 'add_banner');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (383, 'Can change banner', 98, 'change_banner');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (384, 'Can delete banner', 98, 'delete_banner');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (385, 'Can view banner', 98, 'view_banner');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (386, 'Can add letter owed', 99, 'add_letter');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (387, 'Can change letter owed', 99, 'change_letter');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (388, 'Can delete letter owed', 99, 'delete_letter');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (389, 'Can view letter owed', 99, 'view_letter');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (390, 'Can add incubator', 100, 'add_incubator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (391, 'Can change incubator', 100, 'change_incubator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (392, 'Can delete incubator', 100, 'delete_incubator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (393, 'Can view incubator', 100, 'view_incubator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (394, 'Can add incubator event', 101, 'add_incubatorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (395, 'Can change incubator event', 101, 'change_incubatorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (396, 'Can delete incubator event', 101, 'delete_incubatorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (397, 'Can view incubator event', 101, 'view_incubatorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (398, 'Can add booking', 102, 'add_booking');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (399, 'Can change booking', 102, 'change_booking');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (400, 'Can delete booking', 102, 'delete_booking');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (401, 'Can view booking', 102, 'view_booking');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (402, 'Can add booking event', 103, 'add_bookingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (403, 'Can change booking event', 103, 'change_bookingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (404, 'Can delete booking event', 103, 'delete_bookingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (405, 'Can view booking event', 103, 'view_bookingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (406, 'Can add machine', 104, 'add_equipment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (407, 'Can change machine', 104, 'change_equipment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (408, 'Can delete machine', 104, 'delete_equipment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (409, 'Can view machine', 104, 'view_equipment');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (410, 'Can add occupation', 105, 'add_occupation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (411, 'Can change occupation', 105, 'change_occupation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (412, 'Can delete occupation', 105, 'delete_occupation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (413, 'Can view occupation', 105, 'view_occupation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (414, 'Can add opening hours', 106, 'add_openinghours');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (415, 'Can change opening hours', 106, 'change_openinghours');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (416, 'Can delete opening hours', 106, 'delete_openinghours');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (417, 'Can view opening hours', 106, 'view_openinghours');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (418, 'Can add opening hours event', 107, 'add_openinghoursevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (419, 'Can change opening hours event', 107, 'change_openinghoursevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (420, 'Can delete opening hours event', 107, 'delete_openinghoursevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (421, 'Can view opening hours event', 107, 'view_openinghoursevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (422, 'Can add room', 108, 'add_room');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (423, 'Can change room', 108, 'change_room');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (424, 'Can delete room', 108, 'delete_room');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (425, 'Can view room', 108, 'view_room');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (426, 'Can add occupation event', 109, 'add_occupationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (427, 'Can change occupation event', 109, 'change_occupationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (428, 'Can delete occupation event', 109, 'delete_occupationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (429, 'Can view occupation event', 109, 'view_occupationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (430, 'Can add equipment event', 110, 'add_equipmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (431, 'Can change equipment event', 110, 'change_equipmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (432, 'Can delete equipment event', 110, 'delete_equipmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (433, 'Can view equipment event', 110, 'view_equipmentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (434, 'Can add room event', 111, 'add_roomevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (435, 'Can change room event', 111, 'change_roomevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (436, 'Can delete room event', 111, 'delete_roomevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (437, 'Can view room event', 111, 'view_roomevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (438, 'Can add special day', 112, 'add_specialday');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (439, 'Can change special day', 112, 'change_specialday');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (440, 'Can delete special day', 112, 'delete_specialday');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (441, 'Can view special day', 112, 'view_specialday');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (442, 'Can add special day event', 113, 'add_specialdayevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (443, 'Can change special day event', 113, 'change_specialdayevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (444, 'Can delete special day event', 113, 'delete_specialdayevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (445, 'Can view special day event', 113, 'view_specialdayevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (446, 'Can add calendar', 114, 'add_feed');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (447, 'Can change calendar', 114, 'change_feed');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (448, 'Can delete calendar', 114, 'delete_feed');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (449, 'Can view calendar', 114, 'view_feed');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (450, 'Can add quota', 115, 'add_quota');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (451, 'Can change quota', 115, 'change_quota');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (452, 'Can delete quota', 115, 'delete_quota');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (453, 'Can view quota', 115, 'view_quota');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (454, 'Can add quota event', 116, 'add_quotaevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (455, 'Can change quota event', 116, 'change_quotaevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (456, 'Can delete quota event', 116, 'delete_quotaevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (457, 'Can view quota event', 116, 'view_quotaevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (458, 'Can add place in a waiting list', 117, 'add_waiting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (459, 'Can change place in a waiting list', 117, 'change_waiting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (460, 'Can delete place in a waiting list', 117, 'delete_waiting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (461, 'Can view place in a waiting list', 117, 'view_waiting');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (462, 'Can add waiting event', 118, 'add_waitingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (463, 'Can change waiting event', 118, 'change_waitingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (464, 'Can delete waiting event', 118, 'delete_waitingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (465, 'Can view waiting event', 118, 'view_waitingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (466, 'Can add award route event', 119, 'add_awardrouteevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (467, 'Can change award route event', 119, 'change_awardrouteevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (468, 'Can delete award route event', 119, 'delete_awardrouteevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (469, 'Can view award route event', 119, 'view_awardrouteevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (470, 'Can add closed month', 120, 'add_closedmonth');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (471, 'Can change closed month', 120, 'change_closedmonth');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (472, 'Can delete closed month', 120, 'delete_closedmonth');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (473, 'Can view closed month', 120, 'view_closedmonth');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (474, 'Can add correction of a cost', 121, 'add_costcorrection');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (475, 'Can change correction of a cost', 121, 'change_costcorrection');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (476, 'Can delete correction of a cost', 121, 'delete_costcorrection');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (477, 'Can view correction of a cost', 121, 'view_costcorrection');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (478, 'Can add cost of a month', 122, 'add_monthlycost');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (479, 'Can change cost of a month', 122, 'change_monthlycost');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (480, 'Can delete cost of a month', 122, 'delete_monthlycost');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (481, 'Can view cost of a month', 122, 'view_monthlycost');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (482, 'Can add monthly cost event', 123, 'add_monthlycostevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (483, 'Can change monthly cost event', 123, 'change_monthlycostevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (484, 'Can delete monthly cost event', 123, 'delete_monthlycostevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (485, 'Can view monthly cost event', 123, 'view_monthlycostevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (486, 'Can add order', 124, 'add_order');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (487, 'Can change order', 124, 'change_order');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (488, 'Can delete order', 124, 'delete_order');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (489, 'Can view order', 124, 'view_order');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (490, 'Can add order event', 125, 'add_orderevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (491, 'Can change order event', 125, 'change_orderevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (492, 'Can delete order event', 125, 'delete_orderevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (493, 'Can view order event', 125, 'view_orderevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (494, 'Can add order plan', 126, 'add_orderplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (495, 'Can change order plan', 126, 'change_orderplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (496, 'Can delete order plan', 126, 'delete_orderplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (497, 'Can view order plan', 126, 'view_orderplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (498, 'Can add order plan event', 127, 'add_orderplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (499, 'Can change order plan event', 127, 'change_orderplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (500, 'Can delete order plan event', 127, 'delete_orderplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (501, 'Can view order plan event', 127, 'view_orderplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (502, 'Can add planned cost', 128, 'add_plannedcost');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (503, 'Can change planned cost', 128, 'change_plannedcost');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (504, 'Can delete planned cost', 128, 'delete_plannedcost');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (505, 'Can view planned cost', 128, 'view_plannedcost');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (506, 'Can add planned cost event', 129, 'add_plannedcostevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (507, 'Can change planned cost event', 129, 'change_plannedcostevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (508, 'Can delete planned cost event', 129, 'delete_plannedcostevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (509, 'Can view planned cost event', 129, 'view_plannedcostevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (510, 'Can add award route', 130, 'add_awardroute');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (511, 'Can change award route', 130, 'change_awardroute');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (512, 'Can delete award route', 130, 'delete_awardroute');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (513, 'Can view award route', 130, 'view_awardroute');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (514, 'Can add adaptation work', 131, 'add_adaptationwork');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (515, 'Can change adaptation work', 131, 'change_adaptationwork');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (516, 'Can delete adaptation work', 131, 'delete_adaptationwork');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (517, 'Can view adaptation work', 131, 'view_adaptationwork');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (518, 'Can add adaptation work event', 132, 'add_adaptationworkevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (519, 'Can change adaptation work event', 132, 'change_adaptationworkevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (520, 'Can delete adaptation work event', 132, 'delete_adaptationworkevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (521, 'Can view adaptation work event', 132, 'view_adaptationworkevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (522, 'Can add building', 133, 'add_building');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (523, 'Can change building', 133, 'change_building');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (524, 'Can delete building', 133, 'delete_building');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (525, 'Can view building', 133, 'view_building');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (526, 'Can add building event', 134, 'add_buildingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (527, 'Can change building event', 134, 'change_buildingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (528, 'Can delete building event', 134, 'delete_buildingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (529, 'Can view building event', 134, 'view_buildingevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (530, 'Can add condition of a machine', 135, 'add_conditionspan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (531, 'Can change condition of a machine', 135, 'change_conditionspan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (532, 'Can delete condition of a machine', 135, 'delete_conditionspan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (533, 'Can view condition of a machine', 135, 'view_conditionspan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (534, 'Can add condition span event', 136, 'add_conditionspanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (535, 'Can change condition span event', 136, 'change_conditionspanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (536, 'Can delete condition span event', 136, 'delete_conditionspanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (537, 'Can view condition span event', 136, 'view_conditionspanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (538, 'Can add confirmation', 137, 'add_confirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (539, 'Can change confirmation', 137, 'change_confirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (540, 'Can delete confirmation', 137, 'delete_confirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (541, 'Can view confirmation', 137, 'view_confirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (542, 'Can add confirmation event', 138, 'add_confirmationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (543, 'Can change confirmation event', 138, 'change_confirmationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (544, 'Can delete confirmation event', 138, 'delete_confirmationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (545, 'Can view confirmation event', 138, 'view_confirmationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (546, 'Can add photo of a machine', 139, 'add_equipmentphoto');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (547, 'Can change photo of a machine', 139, 'change_equipmentphoto');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (548, 'Can delete photo of a machine', 139, 'delete_equipmentphoto');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (549, 'Can view photo of a machine', 139, 'view_equipmentphoto');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (550, 'Can add equipment photo event', 140, 'add_equipmentphotoevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (551, 'Can change equipment photo event', 140, 'change_equipmentphotoevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (552, 'Can delete equipment photo event', 140, 'delete_equipmentphotoevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (553, 'Can view equipment photo event', 140, 'view_equipmentphotoevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (554, 'Can add incident', 141, 'add_incident');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (555, 'Can change incident', 141, 'change_incident');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (556, 'Can delete incident', 141, 'delete_incident');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (557, 'Can view incident', 141, 'view_incident');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (558, 'Can add incident event', 142, 'add_incidentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (559, 'Can change incident event', 142, 'change_incidentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (560, 'Can delete incident event', 142, 'delete_incidentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (561, 'Can view incident event', 142, 'view_incidentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (562, 'Can add maintenance', 143, 'add_maintenance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (563, 'Can change maintenance', 143, 'change_maintenance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (564, 'Can delete maintenance', 143, 'delete_maintenance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (565, 'Can view maintenance', 143, 'view_maintenance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (566, 'Can add maintenance event', 144, 'add_maintenanceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (567, 'Can change maintenance event', 144, 'change_maintenanceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (568, 'Can delete maintenance event', 144, 'delete_maintenanceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (569, 'Can view maintenance event', 144, 'view_maintenanceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (570, 'Can add plan of maintenance', 145, 'add_maintenanceplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (571, 'Can change plan of maintenance', 145, 'change_maintenanceplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (572, 'Can delete plan of maintenance', 145, 'delete_maintenanceplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (573, 'Can view plan of maintenance', 145, 'view_maintenanceplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (574, 'Can add maintenance plan event', 146, 'add_maintenanceplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (575, 'Can change maintenance plan event', 146, 'change_maintenanceplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (576, 'Can delete maintenance plan event', 146, 'delete_maintenanceplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (577, 'Can view maintenance plan event', 146, 'view_maintenanceplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (578, 'Can add manual', 147, 'add_manual');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (579, 'Can change manual', 147, 'change_manual');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (580, 'Can delete manual', 147, 'delete_manual');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (581, 'Can view manual', 147, 'view_manual');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (582, 'Can add manual event', 148, 'add_manualevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (583, 'Can change manual event', 148, 'change_manualevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (584, 'Can delete manual event', 148, 'delete_manualevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (585, 'Can view manual event', 148, 'view_manualevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (586, 'Can add measure', 149, 'add_measure');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (587, 'Can change measure', 149, 'change_measure');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (588, 'Can delete measure', 149, 'delete_measure');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (589, 'Can view measure', 149, 'view_measure');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (590, 'Can add measure event', 150, 'add_measureevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (591, 'Can change measure event', 150, 'change_measureevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (592, 'Can delete measure event', 150, 'delete_measureevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (593, 'Can view measure event', 150, 'view_measureevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (594, 'Can add plan of a room', 151, 'add_roomplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (595, 'Can change plan of a room', 151, 'change_roomplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (596, 'Can delete plan of a room', 151, 'delete_roomplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (597, 'Can view plan of a room', 151, 'view_roomplan');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (598, 'Can add room plan event', 152, 'add_roomplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (599, 'Can change room plan event', 152, 'change_roomplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (600, 'Can delete room plan event', 152, 'delete_roomplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (601, 'Can view room plan event', 152, 'view_roomplanevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (602, 'Can add right to a machine', 153, 'add_authorisation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (603, 'Can change right to a machine', 153, 'change_authorisation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (604, 'Can delete right to a machine', 153, 'delete_authorisation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (605, 'Can view right to a machine', 153, 'view_authorisation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (606, 'Can add authorisation event', 154, 'add_authorisationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (607, 'Can change authorisation event', 154, 'change_authorisationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (608, 'Can delete authorisation event', 154, 'delete_authorisationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (609, 'Can view authorisation event', 154, 'view_authorisationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (610, 'Can add exclusion between levels', 155, 'add_exclusion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (611, 'Can change exclusion between levels', 155, 'change_exclusion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (612, 'Can delete exclusion between levels', 155, 'delete_exclusion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (613, 'Can view exclusion between levels', 155, 'view_exclusion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (614, 'Can add factor', 156, 'add_factor');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (615, 'Can change factor', 156, 'change_factor');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (616, 'Can delete factor', 156, 'delete_factor');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (617, 'Can view factor', 156, 'view_factor');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (618, 'Can add operating model event', 157, 'add_operatingmodelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (619, 'Can change operating model event', 157, 'change_operatingmodelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (620, 'Can delete operating model event', 157, 'delete_operatingmodelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (621, 'Can view operating model event', 157, 'view_operatingmodelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (622, 'Can add practice', 158, 'add_practice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (623, 'Can change practice', 158, 'change_practice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (624, 'Can delete practice', 158, 'delete_practice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (625, 'Can view practice', 158, 'view_practice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (626, 'Can add practice event', 159, 'add_practiceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (627, 'Can change practice event', 159, 'change_practiceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (628, 'Can delete practice event', 159, 'delete_practiceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (629, 'Can view practice event', 159, 'view_practiceevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (630, 'Can add level of a practice', 160, 'add_practicelevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (631, 'Can change level of a practice', 160, 'change_practicelevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (632, 'Can delete level of a practice', 160, 'delete_practicelevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (633, 'Can view level of a practice', 160, 'view_practicelevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (634, 'Can add practice level event', 161, 'add_practicelevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (635, 'Can change practice level event', 161, 'change_practicelevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (636, 'Can delete practice level event', 161, 'delete_practicelevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (637, 'Can view practice level event', 161, 'view_practicelevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (638, 'Can add spanning factor', 162, 'add_spanningfactor');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (639, 'Can change spanning factor', 162, 'change_spanningfactor');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (640, 'Can delete spanning factor', 162, 'delete_spanningfactor');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (641, 'Can view spanning factor', 162, 'view_spanningfactor');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (642, 'Can add spanning factor event', 163, 'add_spanningfactorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (643, 'Can change spanning factor event', 163, 'change_spanningfactorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (644, 'Can delete spanning factor event', 163, 'delete_spanningfactorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (645, 'Can view spanning factor event', 163, 'view_spanningfactorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (646, 'Can add side of a level', 164, 'add_spanninglevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (647, 'Can change side of a level', 164, 'change_spanninglevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (648, 'Can delete side of a level', 164, 'delete_spanninglevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (649, 'Can view side of a level', 164, 'view_spanninglevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (650, 'Can add spanning level event', 165, 'add_spanninglevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (651, 'Can change spanning level event', 165, 'change_spanninglevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (652, 'Can delete spanning level event', 165, 'delete_spanninglevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (653, 'Can view spanning level event', 165, 'view_spanninglevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (654, 'Can add level of a version', 166, 'add_versionlevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (655, 'Can change level of a version', 166, 'change_versionlevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (656, 'Can delete level of a version', 166, 'delete_versionlevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (657, 'Can view level of a version', 166, 'view_versionlevel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (658, 'Can add version level event', 167, 'add_versionlevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (659, 'Can change version level event', 167, 'change_versionlevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (660, 'Can delete version level event', 167, 'delete_versionlevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (661, 'Can view version level event', 167, 'view_versionlevelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (662, 'Can add practice of a version', 168, 'add_versionpractice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (663, 'Can change practice of a version', 168, 'change_versionpractice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (664, 'Can delete practice of a version', 168, 'delete_versionpractice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (665, 'Can view practice of a version', 168, 'view_versionpractice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (666, 'Can add version practice event', 169, 'add_versionpracticeevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (667, 'Can change version practice event', 169, 'change_versionpracticeevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (668, 'Can delete version practice event', 169, 'delete_versionpracticeevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (669, 'Can view version practice event', 169, 'view_versionpracticeevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (670, 'Can add rule a version touches', 170, 'add_versionrule');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (671, 'Can change rule a version touches', 170, 'change_versionrule');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (672, 'Can delete rule a version touches', 170, 'delete_versionrule');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (673, 'Can view rule a version touches', 170, 'view_versionrule');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (674, 'Can add version rule event', 171, 'add_versionruleevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (675, 'Can change version rule event', 171, 'change_versionruleevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (676, 'Can delete version rule event', 171, 'delete_versionruleevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (677, 'Can view version rule event', 171, 'view_versionruleevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (678, 'Can add description of a version', 172, 'add_versiontext');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (679, 'Can change description of a version', 172, 'change_versiontext');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (680, 'Can delete description of a version', 172, 'delete_versiontext');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (681, 'Can view description of a version', 172, 'view_versiontext');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (682, 'Can add version text event', 173, 'add_versiontextevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (683, 'Can change version text event', 173, 'change_versiontextevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (684, 'Can delete version text event', 173, 'delete_versiontextevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (685, 'Can view version text event', 173, 'view_versiontextevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (686, 'Can add factor event', 174, 'add_factorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (687, 'Can change factor event', 174, 'change_factorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (688, 'Can delete factor event', 174, 'delete_factorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (689, 'Can view factor event', 174, 'view_factorevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (690, 'Can add practice of a factor', 175, 'add_factorpractice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (691, 'Can change practice of a factor', 175, 'change_factorpractice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (692, 'Can delete practice of a factor', 175, 'delete_factorpractice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (693, 'Can view practice of a factor', 175, 'view_factorpractice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (694, 'Can add factor practice event', 176, 'add_factorpracticeevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (695, 'Can change factor practice event', 176, 'change_factorpracticeevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (696, 'Can delete factor practice event', 176, 'delete_factorpracticeevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (697, 'Can view factor practice event', 176, 'view_factorpracticeevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (698, 'Can add level', 177, 'add_level');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (699, 'Can change level', 177, 'change_level');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (700, 'Can delete level', 177, 'delete_level');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (701, 'Can view level', 177, 'view_level');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (702, 'Can add exclusion event', 178, 'add_exclusionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (703, 'Can change exclusion event', 178, 'change_exclusionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (704, 'Can delete exclusion event', 178, 'delete_exclusionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (705, 'Can view exclusion event', 178, 'view_exclusionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (706, 'Can add level event', 179, 'add_levelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (707, 'Can change level event', 179, 'change_levelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (708, 'Can delete level event', 179, 'delete_levelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (709, 'Can view level event', 179, 'view_levelevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (710, 'Can add version of a model', 180, 'add_modelversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (711, 'Can change version of a model', 180, 'change_modelversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (712, 'Can delete version of a model', 180, 'delete_modelversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (713, 'Can view version of a model', 180, 'view_modelversion');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (714, 'Can add operating model', 181, 'add_operatingmodel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (715, 'Can change operating model', 181, 'change_operatingmodel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (716, 'Can delete operating model', 181, 'delete_operatingmodel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (717, 'Can view operating model', 181, 'view_operatingmodel');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (718, 'Can add model version event', 182, 'add_modelversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (719, 'Can change model version event', 182, 'change_modelversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (720, 'Can delete model version event', 182, 'delete_modelversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (721, 'Can view model version event', 182, 'view_modelversionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (722, 'Can add municipality event', 183, 'add_municipalityevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (723, 'Can change municipality event', 183, 'change_municipalityevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (724, 'Can delete municipality event', 183, 'delete_municipalityevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (725, 'Can view municipality event', 183, 'view_municipalityevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (726, 'Can add partner', 184, 'add_partner');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (727, 'Can change partner', 184, 'change_partner');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (728, 'Can delete partner', 184, 'delete_partner');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (729, 'Can view partner', 184, 'view_partner');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (730, 'Can add partner event', 185, 'add_partnerevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (731, 'Can change partner event', 185, 'change_partnerevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (732, 'Can delete partner event', 185, 'delete_partnerevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (733, 'Can view partner event', 185, 'view_partnerevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (734, 'Can add population figure', 186, 'add_population');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (735, 'Can change population figure', 186, 'change_population');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (736, 'Can delete population figure', 186, 'delete_population');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (737, 'Can view population figure', 186, 'view_population');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (738, 'Can add population event', 187, 'add_populationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (739, 'Can change population event', 187, 'change_populationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (740, 'Can delete population event', 187, 'delete_populationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (741, 'Can view population event', 187, 'view_populationevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (742, 'Can add succession', 188, 'add_succession');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (743, 'Can change succession', 188, 'change_succession');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (744, 'Can delete succession', 188, 'delete_succession');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (745, 'Can view succession', 188, 'view_succession');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (746, 'Can add succession event', 189, 'add_successionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (747, 'Can change succession event', 189, 'change_successionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (748, 'Can delete succession event', 189, 'delete_successionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (749, 'Can view succession event', 189, 'view_successionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (750, 'Can add dated unit', 190, 'add_unit');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (751, 'Can change dated unit', 190, 'change_unit');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (752, 'Can delete dated unit', 190, 'delete_unit');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (753, 'Can view dated unit', 190, 'view_unit');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (754, 'Can add unit event', 191, 'add_unitevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (755, 'Can change unit event', 191, 'change_unitevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (756, 'Can delete unit event', 191, 'delete_unitevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (757, 'Can view unit event', 191, 'view_unitevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (758, 'Can add user', 192, 'add_user');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (759, 'Can change user', 192, 'change_user');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (760, 'Can delete user', 192, 'delete_user');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (761, 'Can view user', 192, 'view_user');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (762, 'Can add council decision', 193, 'add_decision');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (763, 'Can change council decision', 193, 'change_decision');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (764, 'Can delete council decision', 193, 'delete_decision');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (765, 'Can view council decision', 193, 'view_decision');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (766, 'Can add membership', 194, 'add_membership');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (767, 'Can change membership', 194, 'change_membership');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (768, 'Can delete membership', 194, 'delete_membership');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (769, 'Can view membership', 194, 'view_membership');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (770, 'Can add membership event', 195, 'add_membershipevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (771, 'Can change membership event', 195, 'change_membershipevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (772, 'Can delete membership event', 195, 'delete_membershipevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (773, 'Can view membership event', 195, 'view_membershipevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (774, 'Can add municipality', 196, 'add_municipality');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (775, 'Can change municipality', 196, 'change_municipality');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (776, 'Can delete municipality', 196, 'delete_municipality');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (777, 'Can view municipality', 196, 'view_municipality');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (778, 'Can add decision event', 197, 'add_decisionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (779, 'Can change decision event', 197, 'change_decisionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (780, 'Can delete decision event', 197, 'delete_decisionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (781, 'Can view decision event', 197, 'view_decisionevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (782, 'Can add audit event', 198, 'add_auditevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (783, 'Can change audit event', 198, 'change_auditevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (784, 'Can delete audit event', 198, 'delete_auditevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (785, 'Can view audit event', 198, 'view_auditevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (786, 'Can add unsaved text', 199, 'add_unsavedtext');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (787, 'Can change unsaved text', 199, 'change_unsavedtext');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (788, 'Can delete unsaved text', 199, 'delete_unsavedtext');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (789, 'Can view unsaved text', 199, 'view_unsavedtext');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (790, 'Can add link of the audit trail', 200, 'add_auditlink');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (791, 'Can change link of the audit trail', 200, 'change_auditlink');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (792, 'Can delete link of the audit trail', 200, 'delete_auditlink');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (793, 'Can view link of the audit trail', 200, 'view_auditlink');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (794, 'Can add undoable act', 201, 'add_undoable');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (795, 'Can change undoable act', 201, 'change_undoable');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (796, 'Can delete undoable act', 201, 'delete_undoable');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (797, 'Can view undoable act', 201, 'view_undoable');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (798, 'Can add document of a decision', 202, 'add_decisiondocument');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (799, 'Can change document of a decision', 202, 'change_decisiondocument');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (800, 'Can delete document of a decision', 202, 'delete_decisiondocument');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (801, 'Can view document of a decision', 202, 'view_decisiondocument');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (802, 'Can add decision document event', 203, 'add_decisiondocumentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (803, 'Can change decision document event', 203, 'change_decisiondocumentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (804, 'Can delete decision document event', 203, 'delete_decisiondocumentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (805, 'Can view decision document event', 203, 'view_decisiondocumentevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (806, 'Can add acceptance of the code of conduct', 204, 'add_conductacceptance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (807, 'Can change acceptance of the code of conduct', 204, 'change_conductacceptance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (808, 'Can delete acceptance of the code of conduct', 204, 'delete_conductacceptance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (809, 'Can view acceptance of the code of conduct', 204, 'view_conductacceptance');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (810, 'Can add statement checked', 205, 'add_statementcheck');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (811, 'Can change statement checked', 205, 'change_statementcheck');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (812, 'Can delete statement checked', 205, 'delete_statementcheck');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (813, 'Can view statement checked', 205, 'view_statementcheck');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (814, 'Can add statement check event', 206, 'add_statementcheckevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (815, 'Can change statement check event', 206, 'change_statementcheckevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (816, 'Can delete statement check event', 206, 'delete_statementcheckevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (817, 'Can view statement check event', 206, 'view_statementcheckevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (818, 'Can add daily letter', 207, 'add_digest');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (819, 'Can change daily letter', 207, 'change_digest');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (820, 'Can delete daily letter', 207, 'delete_digest');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (821, 'Can view daily letter', 207, 'view_digest');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (822, 'Can add choice of notices', 208, 'add_noticechoice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (823, 'Can change choice of notices', 208, 'change_noticechoice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (824, 'Can delete choice of notices', 208, 'delete_noticechoice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (825, 'Can view choice of notices', 208, 'view_noticechoice');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (826, 'Can add cache entry', 209, 'add_cacheentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (827, 'Can change cache entry', 209, 'change_cacheentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (828, 'Can delete cache entry', 209, 'delete_cacheentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (829, 'Can view cache entry', 209, 'view_cacheentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (830, 'Can add email address', 210, 'add_emailaddress');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (831, 'Can change email address', 210, 'change_emailaddress');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (832, 'Can delete email address', 210, 'delete_emailaddress');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (833, 'Can view email address', 210, 'view_emailaddress');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (834, 'Can add email confirmation', 211, 'add_emailconfirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (835, 'Can change email confirmation', 211, 'change_emailconfirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (836, 'Can delete email confirmation', 211, 'delete_emailconfirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (837, 'Can view email confirmation', 211, 'view_emailconfirmation');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (838, 'Can add authenticator', 212, 'add_authenticator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (839, 'Can change authenticator', 212, 'change_authenticator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (840, 'Can delete authenticator', 212, 'delete_authenticator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (841, 'Can view authenticator', 212, 'view_authenticator');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (842, 'Can add social account', 213, 'add_socialaccount');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (843, 'Can change social account', 213, 'change_socialaccount');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (844, 'Can delete social account', 213, 'delete_socialaccount');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (845, 'Can view social account', 213, 'view_socialaccount');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (846, 'Can add social application', 214, 'add_socialapp');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (847, 'Can change social application', 214, 'change_socialapp');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (848, 'Can delete social application', 214, 'delete_socialapp');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (849, 'Can view social application', 214, 'view_socialapp');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (850, 'Can add social application token', 215, 'add_socialtoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (851, 'Can change social application token', 215, 'change_socialtoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (852, 'Can delete social application token', 215, 'delete_socialtoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (853, 'Can view social application token', 215, 'view_socialtoken');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (854, 'Can add permission', 216, 'add_permission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (855, 'Can change permission', 216, 'change_permission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (856, 'Can delete permission', 216, 'delete_permission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (857, 'Can view permission', 216, 'view_permission');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (858, 'Can add group', 217, 'add_group');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (859, 'Can change group', 217, 'change_group');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (860, 'Can delete group', 217, 'delete_group');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (861, 'Can view group', 217, 'view_group');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (862, 'Can add content type', 218, 'add_contenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (863, 'Can change content type', 218, 'change_contenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (864, 'Can delete content type', 218, 'delete_contenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (865, 'Can view content type', 218, 'view_contenttype');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (866, 'Can add session', 219, 'add_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (867, 'Can change session', 219, 'change_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (868, 'Can delete session', 219, 'delete_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (869, 'Can view session', 219, 'view_session');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (870, 'Can add context', 220, 'add_context');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (871, 'Can change context', 220, 'change_context');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (872, 'Can delete context', 220, 'delete_context');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (873, 'Can view context', 220, 'view_context');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (874, 'Can add events', 1, 'add_events');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (875, 'Can change events', 1, 'change_events');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (876, 'Can delete events', 1, 'delete_events');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (877, 'Can view events', 1, 'view_events');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (878, 'Can add middleware events', 2, 'add_middlewareevents');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (879, 'Can change middleware events', 2, 'change_middlewareevents');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (880, 'Can delete middleware events', 2, 'delete_middlewareevents');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (881, 'Can view middleware events', 2, 'view_middlewareevents');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (882, 'Can add procrastinate event', 221, 'add_procrastinateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (883, 'Can change procrastinate event', 221, 'change_procrastinateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (884, 'Can delete procrastinate event', 221, 'delete_procrastinateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (885, 'Can view procrastinate event', 221, 'view_procrastinateevent');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (886, 'Can add procrastinate job', 222, 'add_procrastinatejob');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (887, 'Can change procrastinate job', 222, 'change_procrastinatejob');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (888, 'Can delete procrastinate job', 222, 'delete_procrastinatejob');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (889, 'Can view procrastinate job', 222, 'view_procrastinatejob');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (890, 'Can add procrastinate periodic defer', 223, 'add_procrastinateperiodicdefer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (891, 'Can change procrastinate periodic defer', 223, 'change_procrastinateperiodicdefer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (892, 'Can delete procrastinate periodic defer', 223, 'delete_procrastinateperiodicdefer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (893, 'Can view procrastinate periodic defer', 223, 'view_procrastinateperiodicdefer');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (894, 'Can add procrastinate worker', 224, 'add_procrastinateworker');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (895, 'Can change procrastinate worker', 224, 'change_procrastinateworker');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (896, 'Can delete procrastinate worker', 224, 'delete_procrastinateworker');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (897, 'Can view procrastinate worker', 224, 'view_procrastinateworker');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (898, 'Can add user profile', 225, 'add_userprofile');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (899, 'Can change user profile', 225, 'change_userprofile');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (900, 'Can delete user profile', 225, 'delete_userprofile');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (901, 'Can view user profile', 225, 'view_userprofile');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (902, 'Can publish article', 90, 'publish_article');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (903, 'Can lock article', 90, 'lock_article');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (904, 'Can unlock article', 90, 'unlock_article');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (905, 'Can view image', 4, 'view_image');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (906, 'Can add rendition', 226, 'add_rendition');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (907, 'Can change rendition', 226, 'change_rendition');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (908, 'Can delete rendition', 226, 'delete_rendition');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (909, 'Can view rendition', 226, 'view_rendition');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (910, 'Can view document', 31, 'view_document');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (911, 'Can add index entry', 227, 'add_indexentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (912, 'Can change index entry', 227, 'change_indexentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (913, 'Can delete index entry', 227, 'delete_indexentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (914, 'Can view index entry', 227, 'view_indexentry');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (915, 'Can add editing session', 228, 'add_editingsession');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (916, 'Can change editing session', 228, 'change_editingsession');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (917, 'Can delete editing session', 228, 'delete_editingsession');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (918, 'Can view editing session', 228, 'view_editingsession');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (919, 'Can add form state', 229, 'add_formstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (920, 'Can change form state', 229, 'change_formstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (921, 'Can delete form state', 229, 'delete_formstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (922, 'Can view form state', 229, 'view_formstate');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (923, 'Can add tag', 230, 'add_tag');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (924, 'Can change tag', 230, 'change_tag');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (925, 'Can delete tag', 230, 'delete_tag');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (926, 'Can view tag', 230, 'view_tag');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (927, 'Can add tagged item', 231, 'add_taggeditem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (928, 'Can change tagged item', 231, 'change_taggeditem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (929, 'Can delete tagged item', 231, 'delete_taggeditem');
INSERT INTO public.auth_permission (id, name, content_type_id, codename) VALUES (930, 'Can view tagged item', 231, 'view_taggeditem');





























INSERT INTO public.django_content_type (id, app_label, model) VALUES (1, 'pghistory', 'events');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (2, 'pghistory', 'middlewareevents');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (3, 'wagtailcore', 'page');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (4, 'wagtailimages', 'image');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (5, 'wagtailadmin', 'admin');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (6, 'wagtailcore', 'groupapprovaltask');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (7, 'wagtailcore', 'locale');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (8, 'wagtailcore', 'site');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (9, 'wagtailcore', 'groupsitepermission');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (10, 'wagtailcore', 'apitoken');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (11, 'wagtailcore', 'modellogentry');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (12, 'wagtailcore', 'revision');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (13, 'wagtailcore', 'collectionviewrestriction');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (14, 'wagtailcore', 'collection');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (15, 'wagtailcore', 'groupcollectionpermission');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (16, 'wagtailcore', 'uploadedfile');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (17, 'wagtailcore', 'workflowcontenttype');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (18, 'wagtailcore', 'workflowstate');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (19, 'wagtailcore', 'workflow');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (20, 'wagtailcore', 'workflowtask');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (21, 'wagtailcore', 'task');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (22, 'wagtailcore', 'taskstate');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (23, 'wagtailcore', 'grouppagepermission');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (24, 'wagtailcore', 'pageviewrestriction');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (25, 'wagtailcore', 'workflowpage');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (26, 'wagtailcore', 'pagelogentry');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (27, 'wagtailcore', 'comment');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (28, 'wagtailcore', 'commentreply');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (29, 'wagtailcore', 'pagesubscription');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (30, 'wagtailcore', 'referenceindex');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (31, 'wagtaildocs', 'document');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (32, 'training', 'courseevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (33, 'training', 'courseversion');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (34, 'training', 'courseversionevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (35, 'training', 'certificate');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (36, 'training', 'certificateevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (37, 'training', 'course');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (38, 'training', 'mentoringmeeting');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (39, 'training', 'mentoringpair');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (40, 'training', 'mentoringnote');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (41, 'training', 'mentoringmeetingevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (42, 'training', 'mentoringpairevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (43, 'training', 'mentoroffer');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (44, 'training', 'mentorhours');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (45, 'training', 'mentorwish');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (46, 'training', 'attempt');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (47, 'training', 'attemptevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (48, 'training', 'attendance');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (49, 'training', 'attendanceevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (50, 'training', 'checklistitem');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (51, 'training', 'checklistitemevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (52, 'training', 'enrolment');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (53, 'training', 'enrolmentevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (54, 'training', 'letter');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (55, 'training', 'meeting');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (56, 'training', 'meetingevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (57, 'training', 'prerequisite');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (58, 'training', 'prerequisiteevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (59, 'training', 'question');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (60, 'training', 'questionevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (61, 'training', 'session');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (62, 'training', 'sessionevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (63, 'training', 'openedmachine');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (64, 'training', 'openedmachineevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (65, 'training', 'reminder');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (66, 'trial', 'adaptation');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (67, 'trial', 'adaptationevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (68, 'trial', 'chancerun');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (69, 'trial', 'designrun');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (70, 'trial', 'deviation');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (71, 'trial', 'draw');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (72, 'trial', 'course');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (73, 'trial', 'fidelityassessment');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (74, 'trial', 'fidelityassessmentevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (75, 'trial', 'fidelityitem');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (76, 'trial', 'fidelityitemevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (77, 'trial', 'flowevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (78, 'trial', 'floweventevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (79, 'trial', 'protocolarm');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (80, 'trial', 'courseevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (81, 'trial', 'protocoldocument');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (82, 'trial', 'protocolversion');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (83, 'trial', 'protocoldocumentevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (84, 'trial', 'protocolarmevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (85, 'trial', 'drawevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (86, 'trial', 'deviationevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (87, 'trial', 'protocolversionevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (88, 'newsroom', 'originsalt');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (89, 'newsroom', 'topic');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (90, 'newsroom', 'article');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (91, 'newsroom', 'comment');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (92, 'newsroom', 'ban');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (93, 'newsroom', 'appeal');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (94, 'newsroom', 'discussion');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (95, 'newsroom', 'notice');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (96, 'newsroom', 'report');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (97, 'newsroom', 'transition');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (98, 'newsroom', 'banner');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (99, 'newsroom', 'letter');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (100, 'incubators', 'incubator');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (101, 'incubators', 'incubatorevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (102, 'incubators', 'booking');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (103, 'incubators', 'bookingevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (104, 'incubators', 'equipment');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (105, 'incubators', 'occupation');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (106, 'incubators', 'openinghours');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (107, 'incubators', 'openinghoursevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (108, 'incubators', 'room');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (109, 'incubators', 'occupationevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (110, 'incubators', 'equipmentevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (111, 'incubators', 'roomevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (112, 'incubators', 'specialday');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (113, 'incubators', 'specialdayevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (114, 'incubators', 'feed');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (115, 'incubators', 'quota');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (116, 'incubators', 'quotaevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (117, 'incubators', 'waiting');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (118, 'incubators', 'waitingevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (119, 'incubators', 'awardrouteevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (120, 'incubators', 'closedmonth');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (121, 'incubators', 'costcorrection');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (122, 'incubators', 'monthlycost');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (123, 'incubators', 'monthlycostevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (124, 'incubators', 'order');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (125, 'incubators', 'orderevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (126, 'incubators', 'orderplan');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (127, 'incubators', 'orderplanevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (128, 'incubators', 'plannedcost');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (129, 'incubators', 'plannedcostevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (130, 'incubators', 'awardroute');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (131, 'incubators', 'adaptationwork');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (132, 'incubators', 'adaptationworkevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (133, 'incubators', 'building');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (134, 'incubators', 'buildingevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (135, 'incubators', 'conditionspan');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (136, 'incubators', 'conditionspanevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (137, 'incubators', 'confirmation');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (138, 'incubators', 'confirmationevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (139, 'incubators', 'equipmentphoto');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (140, 'incubators', 'equipmentphotoevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (141, 'incubators', 'incident');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (142, 'incubators', 'incidentevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (143, 'incubators', 'maintenance');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (144, 'incubators', 'maintenanceevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (145, 'incubators', 'maintenanceplan');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (146, 'incubators', 'maintenanceplanevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (147, 'incubators', 'manual');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (148, 'incubators', 'manualevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (149, 'incubators', 'measure');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (150, 'incubators', 'measureevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (151, 'incubators', 'roomplan');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (152, 'incubators', 'roomplanevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (153, 'incubators', 'authorisation');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (154, 'incubators', 'authorisationevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (155, 'blueprints', 'exclusion');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (156, 'blueprints', 'factor');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (157, 'blueprints', 'operatingmodelevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (158, 'blueprints', 'practice');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (159, 'blueprints', 'practiceevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (160, 'blueprints', 'practicelevel');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (161, 'blueprints', 'practicelevelevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (162, 'blueprints', 'spanningfactor');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (163, 'blueprints', 'spanningfactorevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (164, 'blueprints', 'spanninglevel');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (165, 'blueprints', 'spanninglevelevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (166, 'blueprints', 'versionlevel');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (167, 'blueprints', 'versionlevelevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (168, 'blueprints', 'versionpractice');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (169, 'blueprints', 'versionpracticeevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (170, 'blueprints', 'versionrule');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (171, 'blueprints', 'versionruleevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (172, 'blueprints', 'versiontext');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (173, 'blueprints', 'versiontextevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (174, 'blueprints', 'factorevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (175, 'blueprints', 'factorpractice');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (176, 'blueprints', 'factorpracticeevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (177, 'blueprints', 'level');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (178, 'blueprints', 'exclusionevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (179, 'blueprints', 'levelevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (180, 'blueprints', 'modelversion');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (181, 'blueprints', 'operatingmodel');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (182, 'blueprints', 'modelversionevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (183, 'network', 'municipalityevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (184, 'network', 'partner');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (185, 'network', 'partnerevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (186, 'network', 'population');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (187, 'network', 'populationevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (188, 'network', 'succession');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (189, 'network', 'successionevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (190, 'network', 'unit');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (191, 'network', 'unitevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (192, 'network', 'user');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (193, 'network', 'decision');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (194, 'network', 'membership');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (195, 'network', 'membershipevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (196, 'network', 'municipality');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (197, 'network', 'decisionevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (198, 'network', 'auditevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (199, 'network', 'unsavedtext');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (200, 'network', 'auditlink');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (201, 'network', 'undoable');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (202, 'network', 'decisiondocument');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (203, 'network', 'decisiondocumentevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (204, 'network', 'conductacceptance');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (205, 'network', 'statementcheck');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (206, 'network', 'statementcheckevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (207, 'network', 'digest');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (208, 'network', 'noticechoice');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (209, 'server', 'cacheentry');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (210, 'account', 'emailaddress');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (211, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (212, 'mfa', 'authenticator');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (213, 'socialaccount', 'socialaccount');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (214, 'socialaccount', 'socialapp');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (215, 'socialaccount', 'socialtoken');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (216, 'auth', 'permission');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (217, 'auth', 'group');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (218, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (219, 'sessions', 'session');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (220, 'pghistory', 'context');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (221, 'procrastinate', 'procrastinateevent');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (222, 'procrastinate', 'procrastinatejob');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (223, 'procrastinate', 'procrastinateperiodicdefer');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (224, 'procrastinate', 'procrastinateworker');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (225, 'wagtailusers', 'userprofile');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (226, 'wagtailimages', 'rendition');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (227, 'wagtailsearch', 'indexentry');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (228, 'wagtailadmin', 'editingsession');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (229, 'wagtailadmin', 'formstate');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (230, 'taggit', 'tag');
INSERT INTO public.django_content_type (id, app_label, model) VALUES (231, 'taggit', 'taggeditem');

INSERT INTO public.django_migrations (id, app, name, applied) VALUES (1, 'pghistory', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (2, 'pghistory', '0002_aggregateevent', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (3, 'pghistory', '0003_auto_20201023_1636', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (4, 'pghistory', '0004_auto_20220906_1625', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (5, 'pghistory', '0005_events_middlewareevents', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (6, 'pghistory', '0006_delete_aggregateevent', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (7, 'pghistory', '0007_auto_20250421_0444', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (8, 'contenttypes', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (9, 'contenttypes', '0002_remove_content_type_name', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (10, 'auth', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (11, 'auth', '0002_alter_permission_name_max_length', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (12, 'auth', '0003_alter_user_email_max_length', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (13, 'auth', '0004_alter_user_username_opts', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (14, 'auth', '0005_alter_user_last_login_null', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (15, 'auth', '0006_require_contenttypes_0002', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (16, 'auth', '0007_alter_validators_add_error_messages', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (17, 'auth', '0008_alter_user_username_max_length', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (18, 'auth', '0009_alter_user_last_name_max_length', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (19, 'auth', '0010_alter_group_name_max_length', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (20, 'auth', '0011_update_proxy_permissions', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (21, 'auth', '0012_alter_user_first_name_max_length', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (22, 'network', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (23, 'account', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (24, 'account', '0002_email_max_length', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (25, 'account', '0003_alter_emailaddress_create_unique_verified_email', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (26, 'account', '0004_alter_emailaddress_drop_unique_email', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (27, 'account', '0005_emailaddress_idx_upper_email', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (28, 'account', '0006_emailaddress_lower', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (29, 'account', '0007_emailaddress_idx_email', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (30, 'account', '0008_emailaddress_unique_primary_email_fixup', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (31, 'account', '0009_emailaddress_unique_primary_email', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (32, 'blueprints', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (33, 'blueprints', '0002_months_of_a_level', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (34, 'network', '0002_unsaved_texts', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (35, 'network', '0003_audit_chain', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (36, 'network', '0004_undoable_acts', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (37, 'network', '0005_what_decisions_permit', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (38, 'network', '0006_decision_desk', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (39, 'network', '0007_trainer', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (40, 'network', '0008_roles_and_conduct', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (41, 'incubators', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (42, 'incubators', '0002_opening', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (43, 'incubators', '0003_places', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (44, 'incubators', '0004_quotas_waiting_check_in_and_feeds', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (45, 'incubators', '0005_costs_and_orders', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (46, 'incubators', '0006_premises', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (47, 'incubators', '0007_rights', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (48, 'mfa', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (49, 'mfa', '0002_authenticator_timestamps', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (50, 'mfa', '0003_authenticator_type_uniq', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (51, 'network', '0009_notices_and_statements', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (52, 'wagtailcore', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (53, 'wagtailcore', '0002_initial_data', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (54, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (55, 'wagtailcore', '0004_page_locked', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (56, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (57, 'wagtailcore', '0006_add_lock_page_permission', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (58, 'wagtailcore', '0007_page_latest_revision_created_at', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (59, 'wagtailcore', '0008_populate_latest_revision_created_at', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (60, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (61, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (62, 'wagtailcore', '0011_page_first_published_at', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (63, 'wagtailcore', '0012_extend_page_slug_field', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (64, 'wagtailcore', '0013_update_golive_expire_help_text', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (65, 'wagtailcore', '0014_add_verbose_name', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (66, 'wagtailcore', '0015_add_more_verbose_names', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (67, 'wagtailcore', '0016_change_page_url_path_to_text_field', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (68, 'wagtailcore', '0017_change_edit_page_permission_description', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (69, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (70, 'wagtailcore', '0019_verbose_names_cleanup', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (71, 'wagtailcore', '0020_add_index_on_page_first_published_at', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (72, 'wagtailcore', '0021_capitalizeverbose', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (73, 'wagtailcore', '0022_add_site_name', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (74, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (75, 'wagtailcore', '0024_collection', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (76, 'wagtailcore', '0025_collection_initial_data', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (77, 'wagtailcore', '0026_group_collection_permission', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (78, 'taggit', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (79, 'wagtailimages', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (80, 'wagtailimages', '0002_initial_data', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (81, 'wagtailimages', '0003_fix_focal_point_fields', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (82, 'wagtailimages', '0004_make_focal_point_key_not_nullable', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (83, 'wagtailimages', '0005_make_filter_spec_unique', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (84, 'wagtailimages', '0006_add_verbose_names', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (85, 'wagtailimages', '0007_image_file_size', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (86, 'wagtailimages', '0008_image_created_at_index', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (87, 'wagtailimages', '0009_capitalizeverbose', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (88, 'wagtailimages', '0010_change_on_delete_behaviour', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (89, 'wagtailimages', '0011_image_collection', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (90, 'wagtailimages', '0012_copy_image_permissions_to_collections', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (91, 'wagtailimages', '0013_make_rendition_upload_callable', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (92, 'wagtailimages', '0014_add_filter_spec_field', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (93, 'wagtailimages', '0015_fill_filter_spec_field', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (94, 'wagtailimages', '0016_deprecate_rendition_filter_relation', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (95, 'wagtailimages', '0017_reduce_focal_point_key_max_length', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (96, 'wagtailimages', '0018_remove_rendition_filter', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (97, 'wagtailimages', '0019_delete_filter', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (98, 'wagtailimages', '0020_add-verbose-name', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (99, 'wagtailimages', '0021_image_file_hash', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (100, 'wagtailimages', '0022_uploadedimage', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (101, 'wagtailadmin', '0001_create_admin_access_permissions', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (102, 'wagtailimages', '0023_add_choose_permissions', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (103, 'wagtailimages', '0024_index_image_file_hash', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (104, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (105, 'wagtailimages', '0026_delete_uploadedimage', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (106, 'wagtailimages', '0027_image_description', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (107, 'wagtailcore', '0027_fix_collection_path_collation', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (108, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (109, 'wagtailcore', '0028_merge', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (110, 'wagtailcore', '0029_unicode_slugfield_dj19', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (111, 'wagtailcore', '0030_index_on_pagerevision_created_at', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (112, 'wagtailcore', '0031_add_page_view_restriction_types', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (113, 'wagtailcore', '0032_add_bulk_delete_page_permission', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (114, 'wagtailcore', '0033_remove_golive_expiry_help_text', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (115, 'wagtailcore', '0034_page_live_revision', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (116, 'wagtailcore', '0035_page_last_published_at', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (117, 'wagtailcore', '0036_populate_page_last_published_at', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (118, 'wagtailcore', '0037_set_page_owner_editable', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (119, 'wagtailcore', '0038_make_first_published_at_editable', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (120, 'wagtailcore', '0039_collectionviewrestriction', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (121, 'wagtailcore', '0040_page_draft_title', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (122, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (123, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (124, 'wagtailcore', '0043_lock_fields', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (125, 'wagtailcore', '0044_add_unlock_grouppagepermission', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (126, 'wagtailcore', '0045_assign_unlock_grouppagepermission', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (127, 'wagtailcore', '0046_site_name_remove_null', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (128, 'wagtailcore', '0047_add_workflow_models', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (129, 'wagtailcore', '0048_add_default_workflows', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (130, 'wagtailcore', '0049_taskstate_finished_by', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (131, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (132, 'wagtailcore', '0051_taskstate_comment', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (133, 'wagtailcore', '0052_pagelogentry', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (134, 'wagtailcore', '0053_locale_model', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (135, 'wagtailcore', '0054_initial_locale', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (136, 'wagtailcore', '0055_page_locale_fields', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (137, 'wagtailcore', '0056_page_locale_fields_populate', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (138, 'wagtailcore', '0057_page_locale_fields_notnull', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (139, 'wagtailcore', '0058_page_alias_of', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (140, 'wagtailcore', '0059_apply_collection_ordering', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (141, 'wagtailcore', '0060_fix_workflow_unique_constraint', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (142, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (143, 'wagtailcore', '0062_comment_models_and_pagesubscription', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (144, 'wagtailcore', '0063_modellogentry', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (145, 'wagtailcore', '0064_log_timestamp_indexes', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (146, 'wagtailcore', '0065_log_entry_uuid', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (147, 'wagtailcore', '0066_collection_management_permissions', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (148, 'wagtailcore', '0067_alter_pagerevision_content_json', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (149, 'wagtailcore', '0068_log_entry_empty_object', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (150, 'wagtailcore', '0069_log_entry_jsonfield', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (151, 'wagtailcore', '0070_rename_pagerevision_revision', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (152, 'wagtailcore', '0071_populate_revision_content_type', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (153, 'wagtailcore', '0072_alter_revision_content_type_notnull', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (154, 'wagtailcore', '0073_page_latest_revision', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (155, 'wagtailcore', '0074_revision_object_str', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (156, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (157, 'wagtailcore', '0076_modellogentry_revision', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (158, 'wagtailcore', '0077_alter_revision_user', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (159, 'wagtailcore', '0078_referenceindex', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (160, 'wagtailcore', '0079_rename_taskstate_page_revision', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (161, 'wagtailcore', '0080_generic_workflowstate', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (162, 'wagtailcore', '0081_populate_workflowstate_content_type', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (163, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (164, 'wagtailcore', '0083_workflowcontenttype', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (165, 'wagtailcore', '0084_add_default_page_permissions', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (166, 'wagtailcore', '0085_add_grouppagepermission_permission', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (167, 'wagtailcore', '0086_populate_grouppagepermission_permission', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (168, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (169, 'wagtailcore', '0088_fix_log_entry_json_timestamps', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (170, 'wagtailcore', '0089_log_entry_data_json_null_to_object', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (171, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (172, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (173, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (174, 'wagtailcore', '0093_uploadedfile', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (175, 'wagtailcore', '0094_alter_page_locale', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (176, 'wagtailcore', '0095_groupsitepermission', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (177, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (178, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (179, 'wagtailcore', '0098_apitoken', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (180, 'newsroom', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (181, 'newsroom', '0002_letter', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (182, 'newsroom', '0003_sentences_of_constraints', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (183, 'newsroom', '0004_edit_leaves_a_step', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (184, 'newsroom', '0005_day_of_the_event', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (185, 'newsroom', '0006_undo_a_withdrawal', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (186, 'procrastinate', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (187, 'procrastinate', '0002_drop_started_at_column', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (188, 'procrastinate', '0003_drop_started_at_column', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (189, 'procrastinate', '0004_drop_procrastinate_version_table', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (190, 'procrastinate', '0005_fix_procrastinate_fetch_job', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (191, 'procrastinate', '0006_fix_trigger_status_events_insert', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (192, 'procrastinate', '0007_add_queueing_lock_column', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (193, 'procrastinate', '0008_close_fetch_job_race_condition', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (194, 'procrastinate', '0009_add_defer_job_function', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (195, 'procrastinate', '0010_add_procrastinate_periodic_defers', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (196, 'procrastinate', '0011_add_foreign_key_index', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (197, 'procrastinate', '0012_add_locks_to_periodic_defer', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (198, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (199, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (200, 'procrastinate', '0015_add_trigger_on_job_deletion', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (201, 'procrastinate', '0016_delete_finished_jobs', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (202, 'procrastinate', '0017_add_checks_to_finish_job', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (203, 'procrastinate', '0018_add_checks_to_retry_job', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (204, 'procrastinate', '0019_fix_finish_job_compat_issue', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (205, 'procrastinate', '0020_add_index_on_procrastinate_jobs', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (206, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (207, 'procrastinate', '0022_null_locks_excluded', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (208, 'procrastinate', '0023_remove_old_finish_job_function', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (209, 'procrastinate', '0024_job_id_bigint', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (210, 'procrastinate', '0025_add_models', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (211, 'procrastinate', '0026_add_job_priority', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (212, 'procrastinate', '0027_add_periodic_job_priority', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (213, 'procrastinate', '0028_add_cancel_states', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (214, 'procrastinate', '0029_add_additional_params_to_retry_job', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (215, 'procrastinate', '0030_alter_procrastinateevent_options', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (216, 'procrastinate', '0031_add_indexes_for_fetch_job', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (217, 'procrastinate', '0032_pre_cancel_notification', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (218, 'procrastinate', '0033_post_cancel_notification', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (219, 'procrastinate', '0034_pre_add_heartbeat', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (220, 'procrastinate', '0035_post_add_heartbeat', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (221, 'procrastinate', '0036_add_worker_model', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (222, 'procrastinate', '0037_pre_batch_defer_jobs', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (223, 'procrastinate', '0038_post_batch_defer_jobs', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (224, 'procrastinate', '0039_pre_priority_lock_fetch_job', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (225, 'procrastinate', '0040_pre_retry_failed_job', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (226, 'procrastinate', '0041_post_retry_failed_job', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (227, 'server', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (228, 'server', '0002_encrypt_second_steps', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (229, 'sessions', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (230, 'socialaccount', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (231, 'socialaccount', '0002_token_max_lengths', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (232, 'socialaccount', '0003_extra_data_default_dict', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (233, 'socialaccount', '0004_app_provider_id_settings', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (234, 'socialaccount', '0005_socialtoken_nullable_app', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (235, 'socialaccount', '0006_alter_socialaccount_extra_data', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (236, 'taggit', '0002_auto_20150616_2121', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (237, 'taggit', '0003_taggeditem_add_unique_index', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (238, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (239, 'taggit', '0005_auto_20220424_2025', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (240, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (241, 'training', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (242, 'training', '0002_mentoring', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (243, 'training', '0003_sessions', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (244, 'training', '0004_rights', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (245, 'trial', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (246, 'trial', '0002_flow_stage_once_in_each_course', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (247, 'trial', '0003_a_slip_in_a_deviation_is_corrected', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (248, 'wagtailadmin', '0002_admin', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (249, 'wagtailadmin', '0003_admin_managed', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (250, 'wagtailadmin', '0004_editingsession', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (251, 'wagtailadmin', '0005_editingsession_is_editing', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (252, 'wagtailadmin', '0006_formstate', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (253, 'wagtaildocs', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (254, 'wagtaildocs', '0002_initial_data', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (255, 'wagtaildocs', '0003_add_verbose_names', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (256, 'wagtaildocs', '0004_capitalizeverbose', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (257, 'wagtaildocs', '0005_document_collection', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (258, 'wagtaildocs', '0006_copy_document_permissions_to_collections', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (259, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (260, 'wagtaildocs', '0007_merge', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (261, 'wagtaildocs', '0008_document_file_size', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (262, 'wagtaildocs', '0009_document_verbose_name_plural', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (263, 'wagtaildocs', '0010_document_file_hash', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (264, 'wagtaildocs', '0011_add_choose_permissions', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (265, 'wagtaildocs', '0012_uploadeddocument', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (266, 'wagtaildocs', '0013_delete_uploadeddocument', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (267, 'wagtaildocs', '0014_alter_document_file_size', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (268, 'wagtailsearch', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (269, 'wagtailsearch', '0002_add_verbose_names', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (270, 'wagtailsearch', '0003_remove_editors_pick', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (271, 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (272, 'wagtailsearch', '0005_create_indexentry', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (273, 'wagtailsearch', '0006_customise_indexentry', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (274, 'wagtailsearch', '0007_delete_editorspick', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (275, 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (276, 'wagtailsearch', '0009_remove_ngram_autocomplete', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (277, 'wagtailsearch', '0010_add_text_fields', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (278, 'wagtailusers', '0001_initial', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (279, 'wagtailusers', '0002_add_verbose_name_on_userprofile', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (280, 'wagtailusers', '0003_add_verbose_names', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (281, 'wagtailusers', '0004_capitalizeverbose', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (282, 'wagtailusers', '0005_make_related_name_wagtail_specific', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (283, 'wagtailusers', '0006_userprofile_prefered_language', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (284, 'wagtailusers', '0007_userprofile_current_time_zone', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (285, 'wagtailusers', '0008_userprofile_avatar', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (286, 'wagtailusers', '0009_userprofile_verbose_name_plural', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (287, 'wagtailusers', '0010_userprofile_updated_comments_notifications', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (288, 'wagtailusers', '0011_userprofile_dismissibles', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (289, 'wagtailusers', '0012_userprofile_theme', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (290, 'wagtailusers', '0013_userprofile_density', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (291, 'wagtailusers', '0014_userprofile_contrast', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (292, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (293, 'wagtailimages', '0001_squashed_0021', now());
INSERT INTO public.django_migrations (id, app, name, applied) VALUES (294, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', now());













































































































































































INSERT INTO public.wagtailcore_collection (id, path, depth, numchild, name) VALUES (1, '0001', 1, 0, 'Root');





INSERT INTO public.wagtailcore_groupapprovaltask (task_ptr_id) VALUES (1);

INSERT INTO public.wagtailcore_groupapprovaltask_groups (id, groupapprovaltask_id, group_id) VALUES (1, 1, 1);

INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (1, 1, 1, 1);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (2, 1, 2, 1);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (3, 1, 1, 2);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (4, 1, 2, 2);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (5, 1, 1, 5);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (6, 1, 2, 5);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (7, 1, 1, 114);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (8, 1, 2, 114);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (9, 1, 1, 115);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (10, 1, 2, 115);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (11, 1, 1, 117);
INSERT INTO public.wagtailcore_groupcollectionpermission (id, collection_id, group_id, permission_id) VALUES (12, 1, 2, 117);

INSERT INTO public.wagtailcore_grouppagepermission (id, group_id, page_id, permission_id) VALUES (1, 1, 1, 74);
INSERT INTO public.wagtailcore_grouppagepermission (id, group_id, page_id, permission_id) VALUES (2, 1, 1, 75);
INSERT INTO public.wagtailcore_grouppagepermission (id, group_id, page_id, permission_id) VALUES (3, 1, 1, 80);
INSERT INTO public.wagtailcore_grouppagepermission (id, group_id, page_id, permission_id) VALUES (4, 2, 1, 74);
INSERT INTO public.wagtailcore_grouppagepermission (id, group_id, page_id, permission_id) VALUES (5, 2, 1, 75);
INSERT INTO public.wagtailcore_grouppagepermission (id, group_id, page_id, permission_id) VALUES (6, 1, 1, 79);
INSERT INTO public.wagtailcore_grouppagepermission (id, group_id, page_id, permission_id) VALUES (7, 1, 1, 81);


INSERT INTO public.wagtailcore_locale (id, language_code) VALUES (1, 'lv');


INSERT INTO public.wagtailcore_page (id, path, depth, numchild, title, slug, live, has_unpublished_changes, url_path, seo_title, show_in_menus, search_description, go_live_at, expire_at, expired, content_type_id, owner_id, locked, latest_revision_created_at, first_published_at, live_revision_id, last_published_at, draft_title, locked_at, locked_by_id, translation_key, locale_id, alias_of_id, latest_revision_id) VALUES (1, '0001', 1, 1, 'Root', 'root', true, false, '/', '', false, '', NULL, NULL, false, 3, NULL, false, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, gen_random_uuid(), 1, NULL, NULL);
INSERT INTO public.wagtailcore_page (id, path, depth, numchild, title, slug, live, has_unpublished_changes, url_path, seo_title, show_in_menus, search_description, go_live_at, expire_at, expired, content_type_id, owner_id, locked, latest_revision_created_at, first_published_at, live_revision_id, last_published_at, draft_title, locked_at, locked_by_id, translation_key, locale_id, alias_of_id, latest_revision_id) VALUES (2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', true, false, '/home/', '', false, '', NULL, NULL, false, 3, NULL, false, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, gen_random_uuid(), 1, NULL, NULL);







INSERT INTO public.wagtailcore_site (id, hostname, port, is_default_site, root_page_id, site_name) VALUES (1, 'localhost', 80, true, 2, '');

INSERT INTO public.wagtailcore_task (id, name, active, content_type_id) VALUES (1, 'Moderators approval', true, 6);



INSERT INTO public.wagtailcore_workflow (id, name, active) VALUES (1, 'Moderators approval', true);


INSERT INTO public.wagtailcore_workflowpage (page_id, workflow_id) VALUES (1, 1);


INSERT INTO public.wagtailcore_workflowtask (id, sort_order, task_id, workflow_id) VALUES (1, 0, 1, 1);






SELECT pg_catalog.setval('public.auth_group_id_seq', 2, true);

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 18, true);

SELECT pg_catalog.setval('public.auth_permission_id_seq', 930, true);

SELECT pg_catalog.setval('public.django_content_type_id_seq', 231, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 294, true);

SELECT pg_catalog.setval('public.wagtailcore_collection_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_groupapprovaltask_groups_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_groupcollectionpermission_id_seq', 12, true);

SELECT pg_catalog.setval('public.wagtailcore_grouppagepermission_id_seq', 7, true);

SELECT pg_catalog.setval('public.wagtailcore_locale_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_page_id_seq', 2, true);

SELECT pg_catalog.setval('public.wagtailcore_site_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_task_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_workflow_id_seq', 1, true);

SELECT pg_catalog.setval('public.wagtailcore_workflowtask_id_seq', 1, true);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT attendance_once UNIQUE (enrolment_id, meeting_id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_awardroute
    ADD CONSTRAINT award_route_once UNIQUE (code, valid_from);

ALTER TABLE ONLY public.blueprints_exclusion
    ADD CONSTRAINT blueprints_exclusion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_exclusionevent
    ADD CONSTRAINT blueprints_exclusionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_factor
    ADD CONSTRAINT blueprints_factor_code_key UNIQUE (code);

ALTER TABLE ONLY public.blueprints_factor
    ADD CONSTRAINT blueprints_factor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_factor
    ADD CONSTRAINT blueprints_factor_position_key UNIQUE ("position");

ALTER TABLE ONLY public.blueprints_factorevent
    ADD CONSTRAINT blueprints_factorevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_factorpractice
    ADD CONSTRAINT blueprints_factorpractice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_factorpracticeevent
    ADD CONSTRAINT blueprints_factorpracticeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_level
    ADD CONSTRAINT blueprints_level_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_levelevent
    ADD CONSTRAINT blueprints_levelevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_modelversion
    ADD CONSTRAINT blueprints_modelversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_modelversionevent
    ADD CONSTRAINT blueprints_modelversionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_operatingmodel
    ADD CONSTRAINT blueprints_operatingmodel_code_key UNIQUE (code);

ALTER TABLE ONLY public.blueprints_operatingmodel
    ADD CONSTRAINT blueprints_operatingmodel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_operatingmodel
    ADD CONSTRAINT blueprints_operatingmodel_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.blueprints_operatingmodelevent
    ADD CONSTRAINT blueprints_operatingmodelevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_practice
    ADD CONSTRAINT blueprints_practice_code_key UNIQUE (code);

ALTER TABLE ONLY public.blueprints_practice
    ADD CONSTRAINT blueprints_practice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_practice
    ADD CONSTRAINT blueprints_practice_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.blueprints_practiceevent
    ADD CONSTRAINT blueprints_practiceevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_practicelevel
    ADD CONSTRAINT blueprints_practicelevel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_practicelevelevent
    ADD CONSTRAINT blueprints_practicelevelevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_spanningfactor
    ADD CONSTRAINT blueprints_spanningfactor_code_key UNIQUE (code);

ALTER TABLE ONLY public.blueprints_spanningfactor
    ADD CONSTRAINT blueprints_spanningfactor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_spanningfactorevent
    ADD CONSTRAINT blueprints_spanningfactorevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_spanninglevel
    ADD CONSTRAINT blueprints_spanninglevel_level_id_key UNIQUE (level_id);

ALTER TABLE ONLY public.blueprints_spanninglevel
    ADD CONSTRAINT blueprints_spanninglevel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_spanninglevelevent
    ADD CONSTRAINT blueprints_spanninglevelevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_versionlevel
    ADD CONSTRAINT blueprints_versionlevel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_versionlevelevent
    ADD CONSTRAINT blueprints_versionlevelevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_versionpractice
    ADD CONSTRAINT blueprints_versionpractice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_versionpracticeevent
    ADD CONSTRAINT blueprints_versionpracticeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_versionrule
    ADD CONSTRAINT blueprints_versionrule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_versionruleevent
    ADD CONSTRAINT blueprints_versionruleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_versiontext
    ADD CONSTRAINT blueprints_versiontext_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.blueprints_versiontextevent
    ADD CONSTRAINT blueprints_versiontextevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_booking
    ADD CONSTRAINT booking_and_incubator UNIQUE (id, incubator_id);

ALTER TABLE ONLY public.incubators_booking
    ADD CONSTRAINT booking_and_whether_it_stands UNIQUE (id, stands);

ALTER TABLE ONLY public.incubators_building
    ADD CONSTRAINT building_and_incubator UNIQUE (id, incubator_id);

ALTER TABLE ONLY public.incubators_building
    ADD CONSTRAINT building_name_once UNIQUE (incubator_id, name);

ALTER TABLE ONLY public.training_checklistitem
    ADD CONSTRAINT checklist_position_once UNIQUE (version_id, "position");

ALTER TABLE ONLY public.incubators_conditionspan
    ADD CONSTRAINT condition_one_at_a_time EXCLUDE USING gist (int8range(equipment_id, equipment_id, '[]'::text) WITH &&, tstzrange(begins, ends) WITH &&);

ALTER TABLE ONLY public.network_conductacceptance
    ADD CONSTRAINT conduct_accepted_once UNIQUE (user_id, version);

ALTER TABLE ONLY public.incubators_confirmation
    ADD CONSTRAINT confirmation_once_an_item UNIQUE (incubator_id, item);

ALTER TABLE ONLY public.trial_course
    ADD CONSTRAINT course_one_model_at_a_time EXCLUDE USING gist (int8range(incubator_id, incubator_id, '[]'::text) WITH &&, during WITH &&);

ALTER TABLE ONLY public.training_courseversion
    ADD CONSTRAINT course_version_number_once_a_course UNIQUE (course_id, number);

ALTER TABLE ONLY public.network_decisiondocument
    ADD CONSTRAINT decision_document_stands_once UNIQUE (decision_id, sha256);

ALTER TABLE ONLY public.network_decision
    ADD CONSTRAINT decision_stands_once UNIQUE (municipality_id, sitting_on, document_title_lv);

ALTER TABLE ONLY public.network_digest
    ADD CONSTRAINT digest_once_a_day UNIQUE (user_id, day);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.trial_protocoldocument
    ADD CONSTRAINT document_once UNIQUE (protocol_id, sha256);

ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT enrolment_once_a_session UNIQUE (session_id, person_id);

ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT enrolment_place_once UNIQUE (session_id, place);

ALTER TABLE ONLY public.incubators_equipment
    ADD CONSTRAINT equipment_and_incubator UNIQUE (id, incubator_id);

ALTER TABLE ONLY public.incubators_equipment
    ADD CONSTRAINT equipment_name_once UNIQUE (incubator_id, name);

ALTER TABLE ONLY public.blueprints_exclusion
    ADD CONSTRAINT exclusion_stands_once UNIQUE (first_id, second_id);

ALTER TABLE ONLY public.blueprints_factorpractice
    ADD CONSTRAINT factor_practice_once UNIQUE (factor_id, practice_id);

ALTER TABLE ONLY public.incubators_feed
    ADD CONSTRAINT feed_once UNIQUE NULLS NOT DISTINCT (owner_id, incubator_id);

ALTER TABLE ONLY public.trial_fidelityitem
    ADD CONSTRAINT fidelity_item_once UNIQUE (assessment_id, item);

ALTER TABLE ONLY public.trial_fidelityassessment
    ADD CONSTRAINT fidelity_once_a_quarter UNIQUE (incubator_id, quarter);

ALTER TABLE ONLY public.trial_flowevent
    ADD CONSTRAINT flow_stage_once UNIQUE (incubator_id, stage, happened_on);

ALTER TABLE ONLY public.incubators_openinghours
    ADD CONSTRAINT hours_once_a_weekday UNIQUE (incubator_id, weekday);

ALTER TABLE ONLY public.incubators_adaptationwork
    ADD CONSTRAINT incubators_adaptationwork_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_adaptationworkevent
    ADD CONSTRAINT incubators_adaptationworkevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_authorisation
    ADD CONSTRAINT incubators_authorisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_authorisationevent
    ADD CONSTRAINT incubators_authorisationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_awardroute
    ADD CONSTRAINT incubators_awardroute_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_awardrouteevent
    ADD CONSTRAINT incubators_awardrouteevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_booking
    ADD CONSTRAINT incubators_booking_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_bookingevent
    ADD CONSTRAINT incubators_bookingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_building
    ADD CONSTRAINT incubators_building_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_buildingevent
    ADD CONSTRAINT incubators_buildingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_closedmonth
    ADD CONSTRAINT incubators_closedmonth_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_conditionspan
    ADD CONSTRAINT incubators_conditionspan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_conditionspanevent
    ADD CONSTRAINT incubators_conditionspanevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_confirmation
    ADD CONSTRAINT incubators_confirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_confirmationevent
    ADD CONSTRAINT incubators_confirmationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_costcorrection
    ADD CONSTRAINT incubators_costcorrection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_equipment
    ADD CONSTRAINT incubators_equipment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_equipmentevent
    ADD CONSTRAINT incubators_equipmentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_equipmentphoto
    ADD CONSTRAINT incubators_equipmentphoto_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_equipmentphotoevent
    ADD CONSTRAINT incubators_equipmentphotoevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_feed
    ADD CONSTRAINT incubators_feed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_feed
    ADD CONSTRAINT incubators_feed_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.incubators_incident
    ADD CONSTRAINT incubators_incident_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_incidentevent
    ADD CONSTRAINT incubators_incidentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_incubator
    ADD CONSTRAINT incubators_incubator_municipality_id_key UNIQUE (municipality_id);

ALTER TABLE ONLY public.incubators_incubator
    ADD CONSTRAINT incubators_incubator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_incubator
    ADD CONSTRAINT incubators_incubator_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.incubators_incubatorevent
    ADD CONSTRAINT incubators_incubatorevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_maintenance
    ADD CONSTRAINT incubators_maintenance_occupation_id_key UNIQUE (occupation_id);

ALTER TABLE ONLY public.incubators_maintenance
    ADD CONSTRAINT incubators_maintenance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_maintenanceevent
    ADD CONSTRAINT incubators_maintenanceevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_maintenanceplan
    ADD CONSTRAINT incubators_maintenanceplan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_maintenanceplanevent
    ADD CONSTRAINT incubators_maintenanceplanevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_manual
    ADD CONSTRAINT incubators_manual_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_manualevent
    ADD CONSTRAINT incubators_manualevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_measure
    ADD CONSTRAINT incubators_measure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_measureevent
    ADD CONSTRAINT incubators_measureevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_monthlycost
    ADD CONSTRAINT incubators_monthlycost_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_monthlycostevent
    ADD CONSTRAINT incubators_monthlycostevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT incubators_occupation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_occupationevent
    ADD CONSTRAINT incubators_occupationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_openinghours
    ADD CONSTRAINT incubators_openinghours_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_openinghoursevent
    ADD CONSTRAINT incubators_openinghoursevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_order
    ADD CONSTRAINT incubators_order_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_orderevent
    ADD CONSTRAINT incubators_orderevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_orderplan
    ADD CONSTRAINT incubators_orderplan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_orderplanevent
    ADD CONSTRAINT incubators_orderplanevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_plannedcost
    ADD CONSTRAINT incubators_plannedcost_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_plannedcostevent
    ADD CONSTRAINT incubators_plannedcostevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_quota
    ADD CONSTRAINT incubators_quota_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_quotaevent
    ADD CONSTRAINT incubators_quotaevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_room
    ADD CONSTRAINT incubators_room_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_roomevent
    ADD CONSTRAINT incubators_roomevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_roomplan
    ADD CONSTRAINT incubators_roomplan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_roomplan
    ADD CONSTRAINT incubators_roomplan_room_id_key UNIQUE (room_id);

ALTER TABLE ONLY public.incubators_roomplanevent
    ADD CONSTRAINT incubators_roomplanevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_specialday
    ADD CONSTRAINT incubators_specialday_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_specialdayevent
    ADD CONSTRAINT incubators_specialdayevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.incubators_waiting
    ADD CONSTRAINT incubators_waiting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_waitingevent
    ADD CONSTRAINT incubators_waitingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.blueprints_level
    ADD CONSTRAINT level_belongs_to_factor UNIQUE (id, factor_id);

ALTER TABLE ONLY public.blueprints_level
    ADD CONSTRAINT level_code_once_a_factor UNIQUE (factor_id, code);

ALTER TABLE ONLY public.blueprints_level
    ADD CONSTRAINT level_position_once_a_factor UNIQUE (factor_id, "position");

ALTER TABLE ONLY public.training_openedmachine
    ADD CONSTRAINT machine_opened_once_a_version UNIQUE (version_id, equipment_id);

ALTER TABLE ONLY public.incubators_manual
    ADD CONSTRAINT manual_once UNIQUE (equipment_id, sha256);

ALTER TABLE ONLY public.training_mentoringmeeting
    ADD CONSTRAINT meeting_once_a_day UNIQUE (pair_id, day);

ALTER TABLE ONLY public.training_meeting
    ADD CONSTRAINT meetings_of_a_session_follow_each_other EXCLUDE USING gist (int8range(session_id, session_id, '[]'::text) WITH &&, tstzrange(begins, ends) WITH &&);

ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT membership_role_held_once_at_a_time EXCLUDE USING gist (int8range(user_id, user_id, '[]'::text) WITH &&, int8range(partner_id, partner_id, '[]'::text) WITH &&, int8range(hashtextextended((role)::text, (0)::bigint), hashtextextended((role)::text, (0)::bigint), '[]'::text) WITH &&, period WITH &&);

ALTER TABLE ONLY public.training_mentorhours
    ADD CONSTRAINT mentor_hours_once_a_day UNIQUE (offer_id, weekday);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_closedmonth
    ADD CONSTRAINT month_closed_once UNIQUE (incubator_id, month);

ALTER TABLE ONLY public.incubators_monthlycost
    ADD CONSTRAINT monthly_cost_once UNIQUE (incubator_id, month, category);

ALTER TABLE ONLY public.network_auditevent
    ADD CONSTRAINT network_auditevent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_auditlink
    ADD CONSTRAINT network_auditlink_event_id_key UNIQUE (event_id);

ALTER TABLE ONLY public.network_auditlink
    ADD CONSTRAINT network_auditlink_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.network_conductacceptance
    ADD CONSTRAINT network_conductacceptance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_decision
    ADD CONSTRAINT network_decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_decisiondocument
    ADD CONSTRAINT network_decisiondocument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_decisiondocumentevent
    ADD CONSTRAINT network_decisiondocumentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.network_decisionevent
    ADD CONSTRAINT network_decisionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.network_digest
    ADD CONSTRAINT network_digest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT network_membership_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_membershipevent
    ADD CONSTRAINT network_membershipevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.network_municipality
    ADD CONSTRAINT network_municipality_code_key UNIQUE (code);

ALTER TABLE ONLY public.network_municipality
    ADD CONSTRAINT network_municipality_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_municipality
    ADD CONSTRAINT network_municipality_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.network_municipalityevent
    ADD CONSTRAINT network_municipalityevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.network_noticechoice
    ADD CONSTRAINT network_noticechoice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_noticechoice
    ADD CONSTRAINT network_noticechoice_user_id_key UNIQUE (user_id);

ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT network_partner_municipality_id_key UNIQUE (municipality_id);

ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT network_partner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT network_partner_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.network_partnerevent
    ADD CONSTRAINT network_partnerevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.network_population
    ADD CONSTRAINT network_population_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_populationevent
    ADD CONSTRAINT network_populationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.network_statementcheck
    ADD CONSTRAINT network_statementcheck_key_key UNIQUE (key);

ALTER TABLE ONLY public.network_statementcheck
    ADD CONSTRAINT network_statementcheck_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_statementcheckevent
    ADD CONSTRAINT network_statementcheckevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.network_succession
    ADD CONSTRAINT network_succession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_successionevent
    ADD CONSTRAINT network_successionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.network_undoable
    ADD CONSTRAINT network_undoable_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_unit
    ADD CONSTRAINT network_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_unitevent
    ADD CONSTRAINT network_unitevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.network_unsavedtext
    ADD CONSTRAINT network_unsavedtext_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_user
    ADD CONSTRAINT network_user_email_key UNIQUE (email);

ALTER TABLE ONLY public.network_user_groups
    ADD CONSTRAINT network_user_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_user_groups
    ADD CONSTRAINT network_user_groups_user_id_group_id_89ac0880_uniq UNIQUE (user_id, group_id);

ALTER TABLE ONLY public.network_user
    ADD CONSTRAINT network_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_user_user_permissions
    ADD CONSTRAINT network_user_user_permis_user_id_permission_id_fe9d68d5_uniq UNIQUE (user_id, permission_id);

ALTER TABLE ONLY public.network_user_user_permissions
    ADD CONSTRAINT network_user_user_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_appeal
    ADD CONSTRAINT newsroom_appeal_comment_id_key UNIQUE (comment_id);

ALTER TABLE ONLY public.newsroom_appeal
    ADD CONSTRAINT newsroom_appeal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_article_municipalities
    ADD CONSTRAINT newsroom_article_municip_article_id_municipality__ffbbf53f_uniq UNIQUE (article_id, municipality_id);

ALTER TABLE ONLY public.newsroom_article_municipalities
    ADD CONSTRAINT newsroom_article_municipalities_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_article
    ADD CONSTRAINT newsroom_article_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_article_related
    ADD CONSTRAINT newsroom_article_related_from_article_id_to_artic_7b9d2dcb_uniq UNIQUE (from_article_id, to_article_id);

ALTER TABLE ONLY public.newsroom_article_related
    ADD CONSTRAINT newsroom_article_related_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_article
    ADD CONSTRAINT newsroom_article_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.newsroom_article_topics
    ADD CONSTRAINT newsroom_article_topics_article_id_topic_id_53390822_uniq UNIQUE (article_id, topic_id);

ALTER TABLE ONLY public.newsroom_article_topics
    ADD CONSTRAINT newsroom_article_topics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_ban
    ADD CONSTRAINT newsroom_ban_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_banner_municipalities
    ADD CONSTRAINT newsroom_banner_municipa_banner_id_municipality_i_01ae0ad7_uniq UNIQUE (banner_id, municipality_id);

ALTER TABLE ONLY public.newsroom_banner_municipalities
    ADD CONSTRAINT newsroom_banner_municipalities_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_banner
    ADD CONSTRAINT newsroom_banner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_comment
    ADD CONSTRAINT newsroom_comment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_comment
    ADD CONSTRAINT newsroom_comment_receipt_key UNIQUE (receipt);

ALTER TABLE ONLY public.newsroom_comment
    ADD CONSTRAINT newsroom_comment_token_key UNIQUE (token);

ALTER TABLE ONLY public.newsroom_discussion
    ADD CONSTRAINT newsroom_discussion_article_id_key UNIQUE (article_id);

ALTER TABLE ONLY public.newsroom_discussion
    ADD CONSTRAINT newsroom_discussion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_letter
    ADD CONSTRAINT newsroom_letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_notice
    ADD CONSTRAINT newsroom_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_notice
    ADD CONSTRAINT newsroom_notice_receipt_key UNIQUE (receipt);

ALTER TABLE ONLY public.newsroom_originsalt
    ADD CONSTRAINT newsroom_originsalt_day_key UNIQUE (day);

ALTER TABLE ONLY public.newsroom_originsalt
    ADD CONSTRAINT newsroom_originsalt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_report
    ADD CONSTRAINT newsroom_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_topic
    ADD CONSTRAINT newsroom_topic_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_topic
    ADD CONSTRAINT newsroom_topic_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.newsroom_transition
    ADD CONSTRAINT newsroom_transition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.newsroom_transition
    ADD CONSTRAINT newsroom_transition_undoes_id_key UNIQUE (undoes_id);

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT occupation_and_equipment UNIQUE (id, equipment_id);

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT occupation_overlaps_none EXCLUDE USING gist (int8range(
CASE
    WHEN (equipment_id IS NOT NULL) THEN ((equipment_id * 3) + 0)
    WHEN (room_id IS NOT NULL) THEN ((room_id * 3) + 1)
    WHEN (instructor_id IS NOT NULL) THEN ((instructor_id * 3) + 2)
    ELSE NULL::bigint
END,
CASE
    WHEN (equipment_id IS NOT NULL) THEN ((equipment_id * 3) + 0)
    WHEN (room_id IS NOT NULL) THEN ((room_id * 3) + 1)
    WHEN (instructor_id IS NOT NULL) THEN ((instructor_id * 3) + 2)
    ELSE NULL::bigint
END, '[]'::text) WITH &&, int4range((place)::integer, (place)::integer, '[]'::text) WITH &&, tstzrange(begins, ends) WITH &&) WHERE (stands);

ALTER TABLE ONLY public.incubators_orderplan
    ADD CONSTRAINT order_plan_once_a_year UNIQUE (incubator_id, year);

ALTER TABLE ONLY public.training_mentoringpair
    ADD CONSTRAINT pair_once_at_a_time EXCLUDE USING gist (int8range(mentor_id, mentor_id, '[]'::text) WITH &&, int8range(participant_id, participant_id, '[]'::text) WITH &&, period WITH &&);

ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_equipmentphoto
    ADD CONSTRAINT photo_once UNIQUE (equipment_id, sha256);

ALTER TABLE ONLY public.incubators_maintenanceplan
    ADD CONSTRAINT plan_and_equipment UNIQUE (id, equipment_id);

ALTER TABLE ONLY public.incubators_plannedcost
    ADD CONSTRAINT planned_cost_once UNIQUE (incubator_id, month, category);

ALTER TABLE ONLY public.network_population
    ADD CONSTRAINT population_once_a_day UNIQUE (unit_id, "on");

ALTER TABLE ONLY public.blueprints_practicelevel
    ADD CONSTRAINT practice_one_level_a_factor UNIQUE (practice_id, factor_id);

ALTER TABLE ONLY public.training_prerequisite
    ADD CONSTRAINT prerequisite_once UNIQUE (version_id, course_id);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_protocolarm
    ADD CONSTRAINT protocol_arm_once UNIQUE (protocol_id, version_id);

ALTER TABLE ONLY public.trial_protocolversion
    ADD CONSTRAINT protocol_version_once UNIQUE (major, minor);

ALTER TABLE ONLY public.training_question
    ADD CONSTRAINT question_position_once UNIQUE (version_id, "position");

ALTER TABLE ONLY public.incubators_quota
    ADD CONSTRAINT quota_once UNIQUE NULLS NOT DISTINCT (incubator_id, role, person_id);

ALTER TABLE ONLY public.training_reminder
    ADD CONSTRAINT reminder_once_a_certificate UNIQUE (certificate_id, days_before);

ALTER TABLE ONLY public.newsroom_report
    ADD CONSTRAINT report_once_a_person UNIQUE (comment_id, by_id);

ALTER TABLE ONLY public.incubators_room
    ADD CONSTRAINT room_and_incubator UNIQUE (id, incubator_id);

ALTER TABLE ONLY public.incubators_room
    ADD CONSTRAINT room_name_once UNIQUE (incubator_id, name);

ALTER TABLE ONLY public.server_cache
    ADD CONSTRAINT server_cache_pkey PRIMARY KEY (cache_key);

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);

ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incubators_specialday
    ADD CONSTRAINT special_day_once UNIQUE (incubator_id, day);

ALTER TABLE ONLY public.network_succession
    ADD CONSTRAINT succession_stands_once UNIQUE (predecessor_id, successor_id);

ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);

ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);

ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_attempt
    ADD CONSTRAINT training_attempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_attemptevent
    ADD CONSTRAINT training_attemptevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_attendanceevent
    ADD CONSTRAINT training_attendanceevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_code_key UNIQUE (code);

ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_supersedes_id_key UNIQUE (supersedes_id);

ALTER TABLE ONLY public.training_certificateevent
    ADD CONSTRAINT training_certificateevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_checklistitem
    ADD CONSTRAINT training_checklistitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_checklistitemevent
    ADD CONSTRAINT training_checklistitemevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_course
    ADD CONSTRAINT training_course_code_key UNIQUE (code);

ALTER TABLE ONLY public.training_course
    ADD CONSTRAINT training_course_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_courseevent
    ADD CONSTRAINT training_courseevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_courseversion
    ADD CONSTRAINT training_courseversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_courseversionevent
    ADD CONSTRAINT training_courseversionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_certificate_id_key UNIQUE (certificate_id);

ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_enrolmentevent
    ADD CONSTRAINT training_enrolmentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_letter
    ADD CONSTRAINT training_letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_meeting
    ADD CONSTRAINT training_meeting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_meetingevent
    ADD CONSTRAINT training_meetingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_mentorhours
    ADD CONSTRAINT training_mentorhours_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_mentoringmeeting
    ADD CONSTRAINT training_mentoringmeeting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_mentoringmeetingevent
    ADD CONSTRAINT training_mentoringmeetingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_mentoringnote
    ADD CONSTRAINT training_mentoringnote_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_mentoringpair
    ADD CONSTRAINT training_mentoringpair_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_mentoringpairevent
    ADD CONSTRAINT training_mentoringpairevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_mentoroffer
    ADD CONSTRAINT training_mentoroffer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_mentoroffer
    ADD CONSTRAINT training_mentoroffer_user_id_key UNIQUE (user_id);

ALTER TABLE ONLY public.training_mentorwish
    ADD CONSTRAINT training_mentorwish_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_openedmachine
    ADD CONSTRAINT training_openedmachine_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_openedmachineevent
    ADD CONSTRAINT training_openedmachineevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_prerequisite
    ADD CONSTRAINT training_prerequisite_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_prerequisiteevent
    ADD CONSTRAINT training_prerequisiteevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_question
    ADD CONSTRAINT training_question_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_questionevent
    ADD CONSTRAINT training_questionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.training_reminder
    ADD CONSTRAINT training_reminder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_sessionevent
    ADD CONSTRAINT training_sessionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trial_adaptation
    ADD CONSTRAINT trial_adaptation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_adaptationevent
    ADD CONSTRAINT trial_adaptationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trial_chancerun
    ADD CONSTRAINT trial_chancerun_key_key UNIQUE (key);

ALTER TABLE ONLY public.trial_chancerun
    ADD CONSTRAINT trial_chancerun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_course
    ADD CONSTRAINT trial_course_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_courseevent
    ADD CONSTRAINT trial_courseevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trial_designrun
    ADD CONSTRAINT trial_designrun_key_key UNIQUE (key);

ALTER TABLE ONLY public.trial_designrun
    ADD CONSTRAINT trial_designrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_deviation
    ADD CONSTRAINT trial_deviation_corrects_id_key UNIQUE (corrects_id);

ALTER TABLE ONLY public.trial_deviation
    ADD CONSTRAINT trial_deviation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_deviationevent
    ADD CONSTRAINT trial_deviationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trial_draw
    ADD CONSTRAINT trial_draw_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_draw
    ADD CONSTRAINT trial_draw_protocol_id_key UNIQUE (protocol_id);

ALTER TABLE ONLY public.trial_drawevent
    ADD CONSTRAINT trial_drawevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trial_fidelityassessment
    ADD CONSTRAINT trial_fidelityassessment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_fidelityassessmentevent
    ADD CONSTRAINT trial_fidelityassessmentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trial_fidelityitem
    ADD CONSTRAINT trial_fidelityitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_fidelityitemevent
    ADD CONSTRAINT trial_fidelityitemevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trial_flowevent
    ADD CONSTRAINT trial_flowevent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_floweventevent
    ADD CONSTRAINT trial_floweventevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trial_protocolarm
    ADD CONSTRAINT trial_protocolarm_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_protocolarmevent
    ADD CONSTRAINT trial_protocolarmevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trial_protocoldocument
    ADD CONSTRAINT trial_protocoldocument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_protocoldocumentevent
    ADD CONSTRAINT trial_protocoldocumentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trial_protocolversion
    ADD CONSTRAINT trial_protocolversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trial_protocolversionevent
    ADD CONSTRAINT trial_protocolversionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);

ALTER TABLE ONLY public.network_unit
    ADD CONSTRAINT unit_periods_never_overlap EXCLUDE USING gist (int8range(municipality_id, municipality_id, '[]'::text) WITH &&, period WITH &&);

ALTER TABLE ONLY public.network_unsavedtext
    ADD CONSTRAINT unsaved_text_once_a_form UNIQUE (user_id, about);

ALTER TABLE ONLY public.blueprints_modelversion
    ADD CONSTRAINT version_number_once_a_model UNIQUE (model_id, number);

ALTER TABLE ONLY public.blueprints_versionlevel
    ADD CONSTRAINT version_one_level_a_factor UNIQUE (version_id, factor_id);

ALTER TABLE ONLY public.blueprints_versionpractice
    ADD CONSTRAINT version_practice_once UNIQUE (version_id, practice_id);

ALTER TABLE ONLY public.blueprints_versionrule
    ADD CONSTRAINT version_rule_in_place UNIQUE (version_id, "position");

ALTER TABLE ONLY public.blueprints_versiontext
    ADD CONSTRAINT version_text_once_an_item UNIQUE (version_id, item);

ALTER TABLE ONLY public.wagtailadmin_admin
    ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_key_hash_key UNIQUE (key_hash);

ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);

ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);

ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);

ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);

ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);

ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);

ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);

ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);

ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);

ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_workflow
    ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);

ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);

ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_image_id_filter_spec_foc_323c8fe0_uniq UNIQUE (image_id, filter_spec, focal_point_key);

ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_content_type_id_object_i_bcd7ba73_uniq UNIQUE (content_type_id, object_id);

ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);

ALTER TABLE ONLY public.incubators_waiting
    ADD CONSTRAINT waiting_and_incubator UNIQUE (id, incubator_id);

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX article_by_day ON public.newsroom_article USING btree (first_published_at DESC);

CREATE INDEX article_by_words ON public.newsroom_article USING gin (to_tsvector('simple'::regconfig, COALESCE(translate(((COALESCE(title_lv, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || COALESCE((COALESCE(lede_lv, ''::text) || COALESCE((COALESCE(' '::text, ''::text) || COALESCE((COALESCE(body_lv, ''::text) || COALESCE((COALESCE(' '::text, ''::text) || COALESCE(((COALESCE(title_en, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || COALESCE((COALESCE(lede_en, ''::text) || COALESCE((COALESCE(' '::text, ''::text) || COALESCE((COALESCE(body_en, ''::text) || COALESCE(' '::text, ''::text)), ''::text)), ''::text)), ''::text)), ''::text)), ''::text)), ''::text)), ''::text)), ''::text)), ''::text)), ''::text)), 'āčēģīķļņōŗšūžĀČĒĢĪĶĻŅŌŖŠŪŽ'::text, 'acegiklnorsuzacegiklnorsuz'::text), ''::text)));

CREATE UNIQUE INDEX attempt_passed_once ON public.training_attempt USING btree (enrolment_id) WHERE passed;

CREATE INDEX audit_by_object ON public.network_auditevent USING btree (object_type, object_id);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX authorisation_by_certificate ON public.incubators_authorisation USING btree (certificate);

CREATE UNIQUE INDEX authorisation_once_a_certificate ON public.incubators_authorisation USING btree (equipment_id, certificate) WHERE (ended_at IS NULL);

CREATE INDEX base_content_object_idx ON public.wagtailcore_revision USING btree (base_content_type_id, object_id);

CREATE INDEX blueprints_exclusion_first_id_97206fcd ON public.blueprints_exclusion USING btree (first_id);

CREATE INDEX blueprints_exclusion_second_id_58f71fe2 ON public.blueprints_exclusion USING btree (second_id);

CREATE INDEX blueprints_exclusionevent_first_id_242b0288 ON public.blueprints_exclusionevent USING btree (first_id);

CREATE INDEX blueprints_exclusionevent_pgh_context_id_973b692a ON public.blueprints_exclusionevent USING btree (pgh_context_id);

CREATE INDEX blueprints_exclusionevent_pgh_obj_id_eb5b7017 ON public.blueprints_exclusionevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_exclusionevent_second_id_698c1961 ON public.blueprints_exclusionevent USING btree (second_id);

CREATE INDEX blueprints_factor_code_0149d6b3_like ON public.blueprints_factor USING btree (code varchar_pattern_ops);

CREATE INDEX blueprints_factorevent_pgh_context_id_01a0550b ON public.blueprints_factorevent USING btree (pgh_context_id);

CREATE INDEX blueprints_factorevent_pgh_obj_id_612d5e3c ON public.blueprints_factorevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_factorpractice_factor_id_8a6c0b5e ON public.blueprints_factorpractice USING btree (factor_id);

CREATE INDEX blueprints_factorpractice_practice_id_3b2921af ON public.blueprints_factorpractice USING btree (practice_id);

CREATE INDEX blueprints_factorpracticeevent_factor_id_d49ceca9 ON public.blueprints_factorpracticeevent USING btree (factor_id);

CREATE INDEX blueprints_factorpracticeevent_pgh_context_id_5b54ebd2 ON public.blueprints_factorpracticeevent USING btree (pgh_context_id);

CREATE INDEX blueprints_factorpracticeevent_pgh_obj_id_f2d41a63 ON public.blueprints_factorpracticeevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_factorpracticeevent_practice_id_d9aee8ff ON public.blueprints_factorpracticeevent USING btree (practice_id);

CREATE INDEX blueprints_level_factor_id_d7cdeb71 ON public.blueprints_level USING btree (factor_id);

CREATE INDEX blueprints_levelevent_factor_id_6a7b412c ON public.blueprints_levelevent USING btree (factor_id);

CREATE INDEX blueprints_levelevent_pgh_context_id_c309b48d ON public.blueprints_levelevent USING btree (pgh_context_id);

CREATE INDEX blueprints_levelevent_pgh_obj_id_497dfbda ON public.blueprints_levelevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_modelversion_model_id_69a6dec2 ON public.blueprints_modelversion USING btree (model_id);

CREATE INDEX blueprints_modelversion_published_by_id_52f82676 ON public.blueprints_modelversion USING btree (published_by_id);

CREATE INDEX blueprints_modelversionevent_model_id_f60e1f52 ON public.blueprints_modelversionevent USING btree (model_id);

CREATE INDEX blueprints_modelversionevent_pgh_context_id_be788a68 ON public.blueprints_modelversionevent USING btree (pgh_context_id);

CREATE INDEX blueprints_modelversionevent_pgh_obj_id_182c02b3 ON public.blueprints_modelversionevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_modelversionevent_published_by_id_add2172d ON public.blueprints_modelversionevent USING btree (published_by_id);

CREATE INDEX blueprints_operatingmodel_code_74ae35d4_like ON public.blueprints_operatingmodel USING btree (code varchar_pattern_ops);

CREATE INDEX blueprints_operatingmodel_slug_bd53321c_like ON public.blueprints_operatingmodel USING btree (slug varchar_pattern_ops);

CREATE INDEX blueprints_operatingmodelevent_pgh_context_id_b9ac361c ON public.blueprints_operatingmodelevent USING btree (pgh_context_id);

CREATE INDEX blueprints_operatingmodelevent_pgh_obj_id_f91904db ON public.blueprints_operatingmodelevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_practice_code_f7fef997_like ON public.blueprints_practice USING btree (code varchar_pattern_ops);

CREATE INDEX blueprints_practice_slug_37780273_like ON public.blueprints_practice USING btree (slug varchar_pattern_ops);

CREATE INDEX blueprints_practiceevent_pgh_context_id_eb50fd29 ON public.blueprints_practiceevent USING btree (pgh_context_id);

CREATE INDEX blueprints_practiceevent_pgh_obj_id_5a026f82 ON public.blueprints_practiceevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_practicelevel_factor_id_a7519633 ON public.blueprints_practicelevel USING btree (factor_id);

CREATE INDEX blueprints_practicelevel_level_id_d13a31df ON public.blueprints_practicelevel USING btree (level_id);

CREATE INDEX blueprints_practicelevel_practice_id_9b0ca45b ON public.blueprints_practicelevel USING btree (practice_id);

CREATE INDEX blueprints_practicelevelevent_factor_id_943eda28 ON public.blueprints_practicelevelevent USING btree (factor_id);

CREATE INDEX blueprints_practicelevelevent_level_id_d0dd0ecb ON public.blueprints_practicelevelevent USING btree (level_id);

CREATE INDEX blueprints_practicelevelevent_pgh_context_id_bb10ac5d ON public.blueprints_practicelevelevent USING btree (pgh_context_id);

CREATE INDEX blueprints_practicelevelevent_pgh_obj_id_4cc88a0a ON public.blueprints_practicelevelevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_practicelevelevent_practice_id_44515d7c ON public.blueprints_practicelevelevent USING btree (practice_id);

CREATE INDEX blueprints_spanningfactor_code_b0794760_like ON public.blueprints_spanningfactor USING btree (code varchar_pattern_ops);

CREATE INDEX blueprints_spanningfactorevent_pgh_context_id_9820e211 ON public.blueprints_spanningfactorevent USING btree (pgh_context_id);

CREATE INDEX blueprints_spanningfactorevent_pgh_obj_id_194e7222 ON public.blueprints_spanningfactorevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_spanninglevel_spanning_id_70984aea ON public.blueprints_spanninglevel USING btree (spanning_id);

CREATE INDEX blueprints_spanninglevelevent_level_id_532c97fc ON public.blueprints_spanninglevelevent USING btree (level_id);

CREATE INDEX blueprints_spanninglevelevent_pgh_context_id_a2adbe1f ON public.blueprints_spanninglevelevent USING btree (pgh_context_id);

CREATE INDEX blueprints_spanninglevelevent_pgh_obj_id_a52be93f ON public.blueprints_spanninglevelevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_spanninglevelevent_spanning_id_ab5e7094 ON public.blueprints_spanninglevelevent USING btree (spanning_id);

CREATE INDEX blueprints_versionlevel_factor_id_9384c225 ON public.blueprints_versionlevel USING btree (factor_id);

CREATE INDEX blueprints_versionlevel_level_id_7c44621f ON public.blueprints_versionlevel USING btree (level_id);

CREATE INDEX blueprints_versionlevel_version_id_f05ea26a ON public.blueprints_versionlevel USING btree (version_id);

CREATE INDEX blueprints_versionlevelevent_factor_id_b3254c1f ON public.blueprints_versionlevelevent USING btree (factor_id);

CREATE INDEX blueprints_versionlevelevent_level_id_a17d650d ON public.blueprints_versionlevelevent USING btree (level_id);

CREATE INDEX blueprints_versionlevelevent_pgh_context_id_0abc5ac8 ON public.blueprints_versionlevelevent USING btree (pgh_context_id);

CREATE INDEX blueprints_versionlevelevent_pgh_obj_id_13ca485f ON public.blueprints_versionlevelevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_versionlevelevent_version_id_d8403462 ON public.blueprints_versionlevelevent USING btree (version_id);

CREATE INDEX blueprints_versionpractice_practice_id_f50faf85 ON public.blueprints_versionpractice USING btree (practice_id);

CREATE INDEX blueprints_versionpractice_version_id_7d72a424 ON public.blueprints_versionpractice USING btree (version_id);

CREATE INDEX blueprints_versionpracticeevent_pgh_context_id_fbb1e63b ON public.blueprints_versionpracticeevent USING btree (pgh_context_id);

CREATE INDEX blueprints_versionpracticeevent_pgh_obj_id_68b84679 ON public.blueprints_versionpracticeevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_versionpracticeevent_practice_id_de23e887 ON public.blueprints_versionpracticeevent USING btree (practice_id);

CREATE INDEX blueprints_versionpracticeevent_version_id_063fabd4 ON public.blueprints_versionpracticeevent USING btree (version_id);

CREATE INDEX blueprints_versionrule_version_id_d3dd7808 ON public.blueprints_versionrule USING btree (version_id);

CREATE INDEX blueprints_versionruleevent_pgh_context_id_41dde554 ON public.blueprints_versionruleevent USING btree (pgh_context_id);

CREATE INDEX blueprints_versionruleevent_pgh_obj_id_115db960 ON public.blueprints_versionruleevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_versionruleevent_version_id_7cfeb286 ON public.blueprints_versionruleevent USING btree (version_id);

CREATE INDEX blueprints_versiontext_version_id_41130183 ON public.blueprints_versiontext USING btree (version_id);

CREATE INDEX blueprints_versiontextevent_pgh_context_id_86c37f3b ON public.blueprints_versiontextevent USING btree (pgh_context_id);

CREATE INDEX blueprints_versiontextevent_pgh_obj_id_3471c185 ON public.blueprints_versiontextevent USING btree (pgh_obj_id);

CREATE INDEX blueprints_versiontextevent_version_id_f08718fc ON public.blueprints_versiontextevent USING btree (version_id);

CREATE INDEX booking_by_person ON public.incubators_booking USING btree (booked_by_id, ends);

CREATE UNIQUE INDEX certificate_link_is_its_own ON public.training_certificate USING btree (share_token) WHERE (NOT ((share_token)::text = ''::text));

CREATE INDEX comment_by_article ON public.newsroom_comment USING btree (article_id, posted_at);

CREATE INDEX comment_by_origin ON public.newsroom_comment USING btree (origin, posted_at DESC);

CREATE INDEX comment_by_person ON public.newsroom_comment USING btree (person) WHERE (NOT ((person)::text = ''::text));

CREATE INDEX comment_queue ON public.newsroom_comment USING btree (posted_at) WHERE ((state)::text = ANY ((ARRAY['held'::character varying, 'reported'::character varying, 'appealed'::character varying])::text[]));

CREATE INDEX content_object_idx ON public.wagtailcore_revision USING btree (content_type_id, object_id);

CREATE UNIQUE INDEX course_version_one_draft_a_course ON public.training_courseversion USING btree (course_id) WHERE (published_at IS NULL);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX formstate_user_object ON public.wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX incubators_adaptationwork_building_id_27fe9d12 ON public.incubators_adaptationwork USING btree (building_id);

CREATE INDEX incubators_adaptationwork_incubator_id_e5a556ba ON public.incubators_adaptationwork USING btree (incubator_id);

CREATE INDEX incubators_adaptationworkevent_building_id_260b4a21 ON public.incubators_adaptationworkevent USING btree (building_id);

CREATE INDEX incubators_adaptationworkevent_incubator_id_211031d2 ON public.incubators_adaptationworkevent USING btree (incubator_id);

CREATE INDEX incubators_adaptationworkevent_pgh_context_id_220b005a ON public.incubators_adaptationworkevent USING btree (pgh_context_id);

CREATE INDEX incubators_adaptationworkevent_pgh_obj_id_94955e25 ON public.incubators_adaptationworkevent USING btree (pgh_obj_id);

CREATE INDEX incubators_authorisation_ended_by_id_ccf123f0 ON public.incubators_authorisation USING btree (ended_by_id);

CREATE INDEX incubators_authorisation_equipment_id_8e79869c ON public.incubators_authorisation USING btree (equipment_id);

CREATE INDEX incubators_authorisation_given_by_id_d16bb071 ON public.incubators_authorisation USING btree (given_by_id);

CREATE INDEX incubators_authorisation_incubator_id_9c6a99ba ON public.incubators_authorisation USING btree (incubator_id);

CREATE INDEX incubators_authorisation_person_id_641de3d1 ON public.incubators_authorisation USING btree (person_id);

CREATE INDEX incubators_authorisationevent_ended_by_id_4d52f76d ON public.incubators_authorisationevent USING btree (ended_by_id);

CREATE INDEX incubators_authorisationevent_equipment_id_b276f70f ON public.incubators_authorisationevent USING btree (equipment_id);

CREATE INDEX incubators_authorisationevent_given_by_id_cf094d94 ON public.incubators_authorisationevent USING btree (given_by_id);

CREATE INDEX incubators_authorisationevent_incubator_id_03256343 ON public.incubators_authorisationevent USING btree (incubator_id);

CREATE INDEX incubators_authorisationevent_person_id_74f2ac63 ON public.incubators_authorisationevent USING btree (person_id);

CREATE INDEX incubators_authorisationevent_pgh_context_id_48489001 ON public.incubators_authorisationevent USING btree (pgh_context_id);

CREATE INDEX incubators_authorisationevent_pgh_obj_id_988c92a0 ON public.incubators_authorisationevent USING btree (pgh_obj_id);

CREATE INDEX incubators_awardroute_code_a1f5c4c1 ON public.incubators_awardroute USING btree (code);

CREATE INDEX incubators_awardroute_code_a1f5c4c1_like ON public.incubators_awardroute USING btree (code varchar_pattern_ops);

CREATE INDEX incubators_awardrouteevent_pgh_context_id_55a149fd ON public.incubators_awardrouteevent USING btree (pgh_context_id);

CREATE INDEX incubators_awardrouteevent_pgh_obj_id_886133c9 ON public.incubators_awardrouteevent USING btree (pgh_obj_id);

CREATE INDEX incubators_booking_booked_by_id_3337f3d5 ON public.incubators_booking USING btree (booked_by_id);

CREATE INDEX incubators_booking_incubator_id_c5159351 ON public.incubators_booking USING btree (incubator_id);

CREATE INDEX incubators_booking_used_by_id_b32d6e44 ON public.incubators_booking USING btree (used_by_id);

CREATE INDEX incubators_bookingevent_booked_by_id_457e4a7b ON public.incubators_bookingevent USING btree (booked_by_id);

CREATE INDEX incubators_bookingevent_incubator_id_f7c9cd7d ON public.incubators_bookingevent USING btree (incubator_id);

CREATE INDEX incubators_bookingevent_pgh_context_id_19dd6cf4 ON public.incubators_bookingevent USING btree (pgh_context_id);

CREATE INDEX incubators_bookingevent_pgh_obj_id_fb12f3f1 ON public.incubators_bookingevent USING btree (pgh_obj_id);

CREATE INDEX incubators_bookingevent_used_by_id_5eb6c7b0 ON public.incubators_bookingevent USING btree (used_by_id);

CREATE INDEX incubators_building_incubator_id_4220fd54 ON public.incubators_building USING btree (incubator_id);

CREATE INDEX incubators_buildingevent_incubator_id_247cf86a ON public.incubators_buildingevent USING btree (incubator_id);

CREATE INDEX incubators_buildingevent_pgh_context_id_eecedf2d ON public.incubators_buildingevent USING btree (pgh_context_id);

CREATE INDEX incubators_buildingevent_pgh_obj_id_ceb0da41 ON public.incubators_buildingevent USING btree (pgh_obj_id);

CREATE INDEX incubators_closedmonth_closed_by_id_39e93eb5 ON public.incubators_closedmonth USING btree (closed_by_id);

CREATE INDEX incubators_closedmonth_incubator_id_8dc94145 ON public.incubators_closedmonth USING btree (incubator_id);

CREATE INDEX incubators_conditionspan_equipment_id_5b779299 ON public.incubators_conditionspan USING btree (equipment_id);

CREATE INDEX incubators_conditionspanevent_equipment_id_43a54420 ON public.incubators_conditionspanevent USING btree (equipment_id);

CREATE INDEX incubators_conditionspanevent_pgh_context_id_f6bcf638 ON public.incubators_conditionspanevent USING btree (pgh_context_id);

CREATE INDEX incubators_conditionspanevent_pgh_obj_id_e16f1bf9 ON public.incubators_conditionspanevent USING btree (pgh_obj_id);

CREATE INDEX incubators_confirmation_confirmed_by_id_f9bd9d24 ON public.incubators_confirmation USING btree (confirmed_by_id);

CREATE INDEX incubators_confirmation_incubator_id_04cc8597 ON public.incubators_confirmation USING btree (incubator_id);

CREATE INDEX incubators_confirmationevent_confirmed_by_id_b8d30185 ON public.incubators_confirmationevent USING btree (confirmed_by_id);

CREATE INDEX incubators_confirmationevent_incubator_id_9c117a76 ON public.incubators_confirmationevent USING btree (incubator_id);

CREATE INDEX incubators_confirmationevent_pgh_context_id_92e90d9d ON public.incubators_confirmationevent USING btree (pgh_context_id);

CREATE INDEX incubators_confirmationevent_pgh_obj_id_6bd65330 ON public.incubators_confirmationevent USING btree (pgh_obj_id);

CREATE INDEX incubators_costcorrection_entered_by_id_d67e7779 ON public.incubators_costcorrection USING btree (entered_by_id);

CREATE INDEX incubators_costcorrection_incubator_id_bb2c816e ON public.incubators_costcorrection USING btree (incubator_id);

CREATE INDEX incubators_equipment_incubator_id_ca001ad3 ON public.incubators_equipment USING btree (incubator_id);

CREATE INDEX incubators_equipment_room_id_1bdb165c ON public.incubators_equipment USING btree (room_id);

CREATE INDEX incubators_equipmentevent_incubator_id_b2ff65bd ON public.incubators_equipmentevent USING btree (incubator_id);

CREATE INDEX incubators_equipmentevent_pgh_context_id_ef8393ec ON public.incubators_equipmentevent USING btree (pgh_context_id);

CREATE INDEX incubators_equipmentevent_pgh_obj_id_0d3b6d91 ON public.incubators_equipmentevent USING btree (pgh_obj_id);

CREATE INDEX incubators_equipmentevent_room_id_19a2f1e8 ON public.incubators_equipmentevent USING btree (room_id);

CREATE INDEX incubators_equipmentphoto_equipment_id_2ff24a48 ON public.incubators_equipmentphoto USING btree (equipment_id);

CREATE INDEX incubators_equipmentphotoevent_equipment_id_a22396f7 ON public.incubators_equipmentphotoevent USING btree (equipment_id);

CREATE INDEX incubators_equipmentphotoevent_pgh_context_id_1625c1ff ON public.incubators_equipmentphotoevent USING btree (pgh_context_id);

CREATE INDEX incubators_equipmentphotoevent_pgh_obj_id_197635d4 ON public.incubators_equipmentphotoevent USING btree (pgh_obj_id);

CREATE INDEX incubators_feed_incubator_id_4c4f2500 ON public.incubators_feed USING btree (incubator_id);

CREATE INDEX incubators_feed_owner_id_a5d108f9 ON public.incubators_feed USING btree (owner_id);

CREATE INDEX incubators_feed_token_hash_5ccb8a66_like ON public.incubators_feed USING btree (token_hash varchar_pattern_ops);

CREATE INDEX incubators_incident_closed_by_id_2c11b145 ON public.incubators_incident USING btree (closed_by_id);

CREATE INDEX incubators_incident_equipment_id_5edead98 ON public.incubators_incident USING btree (equipment_id);

CREATE INDEX incubators_incident_incubator_id_a02e4283 ON public.incubators_incident USING btree (incubator_id);

CREATE INDEX incubators_incident_recorded_by_id_99f632ed ON public.incubators_incident USING btree (recorded_by_id);

CREATE INDEX incubators_incident_room_id_3599bc51 ON public.incubators_incident USING btree (room_id);

CREATE INDEX incubators_incidentevent_closed_by_id_13db811b ON public.incubators_incidentevent USING btree (closed_by_id);

CREATE INDEX incubators_incidentevent_equipment_id_ab80dcb1 ON public.incubators_incidentevent USING btree (equipment_id);

CREATE INDEX incubators_incidentevent_incubator_id_1a24bdc3 ON public.incubators_incidentevent USING btree (incubator_id);

CREATE INDEX incubators_incidentevent_pgh_context_id_b7baf4b0 ON public.incubators_incidentevent USING btree (pgh_context_id);

CREATE INDEX incubators_incidentevent_pgh_obj_id_1ed3a767 ON public.incubators_incidentevent USING btree (pgh_obj_id);

CREATE INDEX incubators_incidentevent_recorded_by_id_f2575e5b ON public.incubators_incidentevent USING btree (recorded_by_id);

CREATE INDEX incubators_incidentevent_room_id_0cee9dba ON public.incubators_incidentevent USING btree (room_id);

CREATE INDEX incubators_incubator_slug_5b2f0eb8_like ON public.incubators_incubator USING btree (slug varchar_pattern_ops);

CREATE INDEX incubators_incubatorevent_municipality_id_d6e96b19 ON public.incubators_incubatorevent USING btree (municipality_id);

CREATE INDEX incubators_incubatorevent_pgh_context_id_af07870c ON public.incubators_incubatorevent USING btree (pgh_context_id);

CREATE INDEX incubators_incubatorevent_pgh_obj_id_2d2e34a5 ON public.incubators_incubatorevent USING btree (pgh_obj_id);

CREATE INDEX incubators_maintenance_equipment_id_7cb5dbe2 ON public.incubators_maintenance USING btree (equipment_id);

CREATE INDEX incubators_maintenance_plan_id_91e44f44 ON public.incubators_maintenance USING btree (plan_id);

CREATE INDEX incubators_maintenanceevent_equipment_id_1a87c7e1 ON public.incubators_maintenanceevent USING btree (equipment_id);

CREATE INDEX incubators_maintenanceevent_occupation_id_50d76544 ON public.incubators_maintenanceevent USING btree (occupation_id);

CREATE INDEX incubators_maintenanceevent_pgh_context_id_bee48bcf ON public.incubators_maintenanceevent USING btree (pgh_context_id);

CREATE INDEX incubators_maintenanceevent_pgh_obj_id_a5b7eadb ON public.incubators_maintenanceevent USING btree (pgh_obj_id);

CREATE INDEX incubators_maintenanceevent_plan_id_5c6935e4 ON public.incubators_maintenanceevent USING btree (plan_id);

CREATE INDEX incubators_maintenanceplan_equipment_id_881295ec ON public.incubators_maintenanceplan USING btree (equipment_id);

CREATE INDEX incubators_maintenanceplanevent_equipment_id_934db289 ON public.incubators_maintenanceplanevent USING btree (equipment_id);

CREATE INDEX incubators_maintenanceplanevent_pgh_context_id_b6148ff3 ON public.incubators_maintenanceplanevent USING btree (pgh_context_id);

CREATE INDEX incubators_maintenanceplanevent_pgh_obj_id_d466ac72 ON public.incubators_maintenanceplanevent USING btree (pgh_obj_id);

CREATE INDEX incubators_manual_equipment_id_55286edb ON public.incubators_manual USING btree (equipment_id);

CREATE INDEX incubators_manualevent_equipment_id_0a174c44 ON public.incubators_manualevent USING btree (equipment_id);

CREATE INDEX incubators_manualevent_pgh_context_id_9f4a9341 ON public.incubators_manualevent USING btree (pgh_context_id);

CREATE INDEX incubators_manualevent_pgh_obj_id_39685541 ON public.incubators_manualevent USING btree (pgh_obj_id);

CREATE INDEX incubators_measure_added_by_id_96ae7005 ON public.incubators_measure USING btree (added_by_id);

CREATE INDEX incubators_measure_incident_id_8f6b8b35 ON public.incubators_measure USING btree (incident_id);

CREATE INDEX incubators_measureevent_added_by_id_dd99c789 ON public.incubators_measureevent USING btree (added_by_id);

CREATE INDEX incubators_measureevent_incident_id_30db8d6b ON public.incubators_measureevent USING btree (incident_id);

CREATE INDEX incubators_measureevent_pgh_context_id_7a0bd5c0 ON public.incubators_measureevent USING btree (pgh_context_id);

CREATE INDEX incubators_measureevent_pgh_obj_id_94779420 ON public.incubators_measureevent USING btree (pgh_obj_id);

CREATE INDEX incubators_monthlycost_incubator_id_f73b197b ON public.incubators_monthlycost USING btree (incubator_id);

CREATE INDEX incubators_monthlycostevent_incubator_id_875dc8b5 ON public.incubators_monthlycostevent USING btree (incubator_id);

CREATE INDEX incubators_monthlycostevent_pgh_context_id_9ab325f6 ON public.incubators_monthlycostevent USING btree (pgh_context_id);

CREATE INDEX incubators_monthlycostevent_pgh_obj_id_cb7c4e8c ON public.incubators_monthlycostevent USING btree (pgh_obj_id);

CREATE INDEX incubators_occupation_booking_id_bb017ba0 ON public.incubators_occupation USING btree (booking_id);

CREATE INDEX incubators_occupation_equipment_id_84b9c2e2 ON public.incubators_occupation USING btree (equipment_id);

CREATE INDEX incubators_occupation_incubator_id_9f29efb4 ON public.incubators_occupation USING btree (incubator_id);

CREATE INDEX incubators_occupation_instructor_id_6009b6bb ON public.incubators_occupation USING btree (instructor_id);

CREATE INDEX incubators_occupation_room_id_72573a46 ON public.incubators_occupation USING btree (room_id);

CREATE INDEX incubators_occupation_waiting_id_79ee4ff1 ON public.incubators_occupation USING btree (waiting_id);

CREATE INDEX incubators_occupationevent_booking_id_e0a99098 ON public.incubators_occupationevent USING btree (booking_id);

CREATE INDEX incubators_occupationevent_equipment_id_b033810a ON public.incubators_occupationevent USING btree (equipment_id);

CREATE INDEX incubators_occupationevent_incubator_id_310de0ce ON public.incubators_occupationevent USING btree (incubator_id);

CREATE INDEX incubators_occupationevent_instructor_id_492848f7 ON public.incubators_occupationevent USING btree (instructor_id);

CREATE INDEX incubators_occupationevent_pgh_context_id_3dea89d6 ON public.incubators_occupationevent USING btree (pgh_context_id);

CREATE INDEX incubators_occupationevent_pgh_obj_id_5d47fe74 ON public.incubators_occupationevent USING btree (pgh_obj_id);

CREATE INDEX incubators_occupationevent_room_id_0ba9d312 ON public.incubators_occupationevent USING btree (room_id);

CREATE INDEX incubators_occupationevent_waiting_id_31452eec ON public.incubators_occupationevent USING btree (waiting_id);

CREATE INDEX incubators_openinghours_incubator_id_e58d15fd ON public.incubators_openinghours USING btree (incubator_id);

CREATE INDEX incubators_openinghoursevent_incubator_id_f8386074 ON public.incubators_openinghoursevent USING btree (incubator_id);

CREATE INDEX incubators_openinghoursevent_pgh_context_id_091b989a ON public.incubators_openinghoursevent USING btree (pgh_context_id);

CREATE INDEX incubators_openinghoursevent_pgh_obj_id_97b858d6 ON public.incubators_openinghoursevent USING btree (pgh_obj_id);

CREATE INDEX incubators_order_incubator_id_d507d741 ON public.incubators_order USING btree (incubator_id);

CREATE INDEX incubators_order_route_id_97ee237f ON public.incubators_order USING btree (route_id);

CREATE INDEX incubators_orderevent_incubator_id_933cdf72 ON public.incubators_orderevent USING btree (incubator_id);

CREATE INDEX incubators_orderevent_pgh_context_id_694485ef ON public.incubators_orderevent USING btree (pgh_context_id);

CREATE INDEX incubators_orderevent_pgh_obj_id_97240499 ON public.incubators_orderevent USING btree (pgh_obj_id);

CREATE INDEX incubators_orderevent_route_id_6c7db74f ON public.incubators_orderevent USING btree (route_id);

CREATE INDEX incubators_orderplan_incubator_id_de64a86d ON public.incubators_orderplan USING btree (incubator_id);

CREATE INDEX incubators_orderplanevent_incubator_id_ee762510 ON public.incubators_orderplanevent USING btree (incubator_id);

CREATE INDEX incubators_orderplanevent_pgh_context_id_5423ce3c ON public.incubators_orderplanevent USING btree (pgh_context_id);

CREATE INDEX incubators_orderplanevent_pgh_obj_id_8d70c33f ON public.incubators_orderplanevent USING btree (pgh_obj_id);

CREATE INDEX incubators_plannedcost_incubator_id_d00ed250 ON public.incubators_plannedcost USING btree (incubator_id);

CREATE INDEX incubators_plannedcostevent_incubator_id_eb04000a ON public.incubators_plannedcostevent USING btree (incubator_id);

CREATE INDEX incubators_plannedcostevent_pgh_context_id_773df486 ON public.incubators_plannedcostevent USING btree (pgh_context_id);

CREATE INDEX incubators_plannedcostevent_pgh_obj_id_39b3ee74 ON public.incubators_plannedcostevent USING btree (pgh_obj_id);

CREATE INDEX incubators_quota_incubator_id_d5922a21 ON public.incubators_quota USING btree (incubator_id);

CREATE INDEX incubators_quota_person_id_adecdd19 ON public.incubators_quota USING btree (person_id);

CREATE INDEX incubators_quotaevent_incubator_id_694b3b1a ON public.incubators_quotaevent USING btree (incubator_id);

CREATE INDEX incubators_quotaevent_person_id_9ed3eb66 ON public.incubators_quotaevent USING btree (person_id);

CREATE INDEX incubators_quotaevent_pgh_context_id_106cc9b0 ON public.incubators_quotaevent USING btree (pgh_context_id);

CREATE INDEX incubators_quotaevent_pgh_obj_id_283aea62 ON public.incubators_quotaevent USING btree (pgh_obj_id);

CREATE INDEX incubators_room_building_id_e34e6348 ON public.incubators_room USING btree (building_id);

CREATE INDEX incubators_room_incubator_id_c9bcef04 ON public.incubators_room USING btree (incubator_id);

CREATE INDEX incubators_roomevent_building_id_811ed461 ON public.incubators_roomevent USING btree (building_id);

CREATE INDEX incubators_roomevent_incubator_id_2f1cd88c ON public.incubators_roomevent USING btree (incubator_id);

CREATE INDEX incubators_roomevent_pgh_context_id_f64548b7 ON public.incubators_roomevent USING btree (pgh_context_id);

CREATE INDEX incubators_roomevent_pgh_obj_id_f332e52c ON public.incubators_roomevent USING btree (pgh_obj_id);

CREATE INDEX incubators_roomplanevent_pgh_context_id_ae2ec0a7 ON public.incubators_roomplanevent USING btree (pgh_context_id);

CREATE INDEX incubators_roomplanevent_pgh_obj_id_12b803e5 ON public.incubators_roomplanevent USING btree (pgh_obj_id);

CREATE INDEX incubators_roomplanevent_room_id_0ee95f74 ON public.incubators_roomplanevent USING btree (room_id);

CREATE INDEX incubators_specialday_incubator_id_491620e4 ON public.incubators_specialday USING btree (incubator_id);

CREATE INDEX incubators_specialdayevent_incubator_id_9705d6e7 ON public.incubators_specialdayevent USING btree (incubator_id);

CREATE INDEX incubators_specialdayevent_pgh_context_id_f7174dc8 ON public.incubators_specialdayevent USING btree (pgh_context_id);

CREATE INDEX incubators_specialdayevent_pgh_obj_id_5c70b42e ON public.incubators_specialdayevent USING btree (pgh_obj_id);

CREATE INDEX incubators_waiting_asked_by_id_7b4a6fef ON public.incubators_waiting USING btree (asked_by_id);

CREATE INDEX incubators_waiting_equipment_id_9816ed08 ON public.incubators_waiting USING btree (equipment_id);

CREATE INDEX incubators_waiting_incubator_id_d8e3c383 ON public.incubators_waiting USING btree (incubator_id);

CREATE INDEX incubators_waiting_instructor_id_35c9066c ON public.incubators_waiting USING btree (instructor_id);

CREATE INDEX incubators_waiting_room_id_3e98773c ON public.incubators_waiting USING btree (room_id);

CREATE INDEX incubators_waitingevent_asked_by_id_547cfb70 ON public.incubators_waitingevent USING btree (asked_by_id);

CREATE INDEX incubators_waitingevent_equipment_id_f742bd76 ON public.incubators_waitingevent USING btree (equipment_id);

CREATE INDEX incubators_waitingevent_incubator_id_ef7252a9 ON public.incubators_waitingevent USING btree (incubator_id);

CREATE INDEX incubators_waitingevent_instructor_id_7497c01e ON public.incubators_waitingevent USING btree (instructor_id);

CREATE INDEX incubators_waitingevent_pgh_context_id_15c6c64e ON public.incubators_waitingevent USING btree (pgh_context_id);

CREATE INDEX incubators_waitingevent_pgh_obj_id_5e7be7d6 ON public.incubators_waitingevent USING btree (pgh_obj_id);

CREATE INDEX incubators_waitingevent_room_id_f677d725 ON public.incubators_waitingevent USING btree (room_id);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE INDEX network_auditevent_at_d7ad6c7d ON public.network_auditevent USING btree (at);

CREATE INDEX network_auditevent_by_id_2a9f6e34 ON public.network_auditevent USING btree (by_id);

CREATE INDEX network_auditevent_municipality_id_ff0d26b2 ON public.network_auditevent USING btree (municipality_id);

CREATE INDEX network_conductacceptance_user_id_6071704b ON public.network_conductacceptance USING btree (user_id);

CREATE INDEX network_decision_edited_by_id_20019cde ON public.network_decision USING btree (edited_by_id);

CREATE INDEX network_decision_municipality_id_4e7014cf ON public.network_decision USING btree (municipality_id);

CREATE INDEX network_decision_published_by_id_9b5210aa ON public.network_decision USING btree (published_by_id);

CREATE INDEX network_decisiondocument_added_by_id_d8cb8f7d ON public.network_decisiondocument USING btree (added_by_id);

CREATE INDEX network_decisiondocument_decision_id_acf69b14 ON public.network_decisiondocument USING btree (decision_id);

CREATE INDEX network_decisiondocumentevent_added_by_id_91e2f88b ON public.network_decisiondocumentevent USING btree (added_by_id);

CREATE INDEX network_decisiondocumentevent_decision_id_f5ca9391 ON public.network_decisiondocumentevent USING btree (decision_id);

CREATE INDEX network_decisiondocumentevent_pgh_context_id_357ed74a ON public.network_decisiondocumentevent USING btree (pgh_context_id);

CREATE INDEX network_decisiondocumentevent_pgh_obj_id_e83364e7 ON public.network_decisiondocumentevent USING btree (pgh_obj_id);

CREATE INDEX network_decisionevent_edited_by_id_4922a681 ON public.network_decisionevent USING btree (edited_by_id);

CREATE INDEX network_decisionevent_municipality_id_b46fcb83 ON public.network_decisionevent USING btree (municipality_id);

CREATE INDEX network_decisionevent_pgh_context_id_95dc44d2 ON public.network_decisionevent USING btree (pgh_context_id);

CREATE INDEX network_decisionevent_pgh_obj_id_edb0ec9c ON public.network_decisionevent USING btree (pgh_obj_id);

CREATE INDEX network_decisionevent_published_by_id_80d94378 ON public.network_decisionevent USING btree (published_by_id);

CREATE INDEX network_digest_user_id_a2ac1d1c ON public.network_digest USING btree (user_id);

CREATE INDEX network_membership_partner_id_00880432 ON public.network_membership USING btree (partner_id);

CREATE INDEX network_membership_user_id_9aa84ae2 ON public.network_membership USING btree (user_id);

CREATE INDEX network_membershipevent_partner_id_65c2c8c4 ON public.network_membershipevent USING btree (partner_id);

CREATE INDEX network_membershipevent_pgh_context_id_6f84d770 ON public.network_membershipevent USING btree (pgh_context_id);

CREATE INDEX network_membershipevent_pgh_obj_id_a1cd3a86 ON public.network_membershipevent USING btree (pgh_obj_id);

CREATE INDEX network_membershipevent_user_id_5b731306 ON public.network_membershipevent USING btree (user_id);

CREATE INDEX network_municipality_code_1ddf0665_like ON public.network_municipality USING btree (code varchar_pattern_ops);

CREATE INDEX network_municipality_slug_0bdeb9cd_like ON public.network_municipality USING btree (slug varchar_pattern_ops);

CREATE INDEX network_municipalityevent_pgh_context_id_c3ca9d24 ON public.network_municipalityevent USING btree (pgh_context_id);

CREATE INDEX network_municipalityevent_pgh_obj_id_73405085 ON public.network_municipalityevent USING btree (pgh_obj_id);

CREATE INDEX network_partner_slug_4265be1b_like ON public.network_partner USING btree (slug varchar_pattern_ops);

CREATE INDEX network_partnerevent_municipality_id_04854b62 ON public.network_partnerevent USING btree (municipality_id);

CREATE INDEX network_partnerevent_pgh_context_id_9a263c4b ON public.network_partnerevent USING btree (pgh_context_id);

CREATE INDEX network_partnerevent_pgh_obj_id_3dd7ab3f ON public.network_partnerevent USING btree (pgh_obj_id);

CREATE INDEX network_population_unit_id_79d63fb1 ON public.network_population USING btree (unit_id);

CREATE INDEX network_populationevent_pgh_context_id_74033b72 ON public.network_populationevent USING btree (pgh_context_id);

CREATE INDEX network_populationevent_pgh_obj_id_baec8f80 ON public.network_populationevent USING btree (pgh_obj_id);

CREATE INDEX network_populationevent_unit_id_6c4d90f9 ON public.network_populationevent USING btree (unit_id);

CREATE INDEX network_statementcheck_checked_by_id_2741ee67 ON public.network_statementcheck USING btree (checked_by_id);

CREATE INDEX network_statementcheck_key_68cb2bcc_like ON public.network_statementcheck USING btree (key varchar_pattern_ops);

CREATE INDEX network_statementcheckevent_checked_by_id_3ae85e33 ON public.network_statementcheckevent USING btree (checked_by_id);

CREATE INDEX network_statementcheckevent_pgh_context_id_f01b63b7 ON public.network_statementcheckevent USING btree (pgh_context_id);

CREATE INDEX network_statementcheckevent_pgh_obj_id_9c27df64 ON public.network_statementcheckevent USING btree (pgh_obj_id);

CREATE INDEX network_succession_predecessor_id_9a2d297b ON public.network_succession USING btree (predecessor_id);

CREATE INDEX network_succession_successor_id_de3d0b6b ON public.network_succession USING btree (successor_id);

CREATE INDEX network_successionevent_pgh_context_id_9957305a ON public.network_successionevent USING btree (pgh_context_id);

CREATE INDEX network_successionevent_pgh_obj_id_083afb62 ON public.network_successionevent USING btree (pgh_obj_id);

CREATE INDEX network_successionevent_predecessor_id_0b1992ba ON public.network_successionevent USING btree (predecessor_id);

CREATE INDEX network_successionevent_successor_id_04bd4612 ON public.network_successionevent USING btree (successor_id);

CREATE INDEX network_undoable_by_id_99078795 ON public.network_undoable USING btree (by_id);

CREATE INDEX network_unit_municipality_id_30cb79fa ON public.network_unit USING btree (municipality_id);

CREATE INDEX network_unitevent_municipality_id_aa4c848f ON public.network_unitevent USING btree (municipality_id);

CREATE INDEX network_unitevent_pgh_context_id_46385319 ON public.network_unitevent USING btree (pgh_context_id);

CREATE INDEX network_unitevent_pgh_obj_id_36b858f0 ON public.network_unitevent USING btree (pgh_obj_id);

CREATE INDEX network_unsavedtext_user_id_e0df89a6 ON public.network_unsavedtext USING btree (user_id);

CREATE INDEX network_user_email_5db0cd65_like ON public.network_user USING btree (email varchar_pattern_ops);

CREATE INDEX network_user_groups_group_id_24710f85 ON public.network_user_groups USING btree (group_id);

CREATE INDEX network_user_groups_user_id_b290f802 ON public.network_user_groups USING btree (user_id);

CREATE INDEX network_user_user_permissions_permission_id_3749fcef ON public.network_user_user_permissions USING btree (permission_id);

CREATE INDEX network_user_user_permissions_user_id_bcdfaae3 ON public.network_user_user_permissions USING btree (user_id);

CREATE INDEX newsroom_appeal_decided_by_id_1060c256 ON public.newsroom_appeal USING btree (decided_by_id);

CREATE INDEX newsroom_article_first_published_at_1c9b78c2 ON public.newsroom_article USING btree (first_published_at);

CREATE INDEX newsroom_article_latest_revision_id_1c8a2799 ON public.newsroom_article USING btree (latest_revision_id);

CREATE INDEX newsroom_article_live_revision_id_853d738f ON public.newsroom_article USING btree (live_revision_id);

CREATE INDEX newsroom_article_locked_by_id_6d0cc75b ON public.newsroom_article USING btree (locked_by_id);

CREATE INDEX newsroom_article_municipalities_article_id_eef36596 ON public.newsroom_article_municipalities USING btree (article_id);

CREATE INDEX newsroom_article_municipalities_municipality_id_df2ec4d8 ON public.newsroom_article_municipalities USING btree (municipality_id);

CREATE INDEX newsroom_article_picture_id_c1baf4db ON public.newsroom_article USING btree (picture_id);

CREATE INDEX newsroom_article_related_from_article_id_c97f70c7 ON public.newsroom_article_related USING btree (from_article_id);

CREATE INDEX newsroom_article_related_to_article_id_b0611337 ON public.newsroom_article_related USING btree (to_article_id);

CREATE INDEX newsroom_article_slug_82deeb21_like ON public.newsroom_article USING btree (slug varchar_pattern_ops);

CREATE INDEX newsroom_article_topics_article_id_66eb0813 ON public.newsroom_article_topics USING btree (article_id);

CREATE INDEX newsroom_article_topics_topic_id_9d63b4eb ON public.newsroom_article_topics USING btree (topic_id);

CREATE INDEX newsroom_ban_answered_by_id_032c05bb ON public.newsroom_ban USING btree (answered_by_id);

CREATE INDEX newsroom_ban_article_id_b5e5d3b4 ON public.newsroom_ban USING btree (article_id);

CREATE INDEX newsroom_ban_by_id_26b549f1 ON public.newsroom_ban USING btree (by_id);

CREATE INDEX newsroom_ban_comment_id_dadc4c75 ON public.newsroom_ban USING btree (comment_id);

CREATE INDEX newsroom_ban_lifted_by_id_19de2d06 ON public.newsroom_ban USING btree (lifted_by_id);

CREATE INDEX newsroom_ban_user_id_0e2dc0e9 ON public.newsroom_ban USING btree (user_id);

CREATE INDEX newsroom_banner_municipalities_banner_id_de142829 ON public.newsroom_banner_municipalities USING btree (banner_id);

CREATE INDEX newsroom_banner_municipalities_municipality_id_a7ed379f ON public.newsroom_banner_municipalities USING btree (municipality_id);

CREATE INDEX newsroom_banner_narrow_id_feb219c0 ON public.newsroom_banner USING btree (narrow_id);

CREATE INDEX newsroom_banner_wide_id_2acf4f57 ON public.newsroom_banner USING btree (wide_id);

CREATE INDEX newsroom_comment_article_id_51193d5f ON public.newsroom_comment USING btree (article_id);

CREATE INDEX newsroom_comment_author_id_63bb6ba6 ON public.newsroom_comment USING btree (author_id);

CREATE INDEX newsroom_comment_claimed_by_id_b9434c1c ON public.newsroom_comment USING btree (claimed_by_id);

CREATE INDEX newsroom_comment_parent_id_16b08355 ON public.newsroom_comment USING btree (parent_id);

CREATE INDEX newsroom_comment_receipt_1069a232_like ON public.newsroom_comment USING btree (receipt varchar_pattern_ops);

CREATE INDEX newsroom_comment_root_id_53e395ee ON public.newsroom_comment USING btree (root_id);

CREATE INDEX newsroom_letter_ban_id_e477e195 ON public.newsroom_letter USING btree (ban_id);

CREATE INDEX newsroom_letter_notice_id_e1278640 ON public.newsroom_letter USING btree (notice_id);

CREATE INDEX newsroom_letter_step_id_6adc116d ON public.newsroom_letter USING btree (step_id);

CREATE INDEX newsroom_notice_comment_id_2944c8d8 ON public.newsroom_notice USING btree (comment_id);

CREATE INDEX newsroom_notice_decided_by_id_90f306e7 ON public.newsroom_notice USING btree (decided_by_id);

CREATE INDEX newsroom_notice_receipt_5f40cdd5_like ON public.newsroom_notice USING btree (receipt varchar_pattern_ops);

CREATE INDEX newsroom_report_by_id_61aaa99b ON public.newsroom_report USING btree (by_id);

CREATE INDEX newsroom_report_comment_id_9825f574 ON public.newsroom_report USING btree (comment_id);

CREATE INDEX newsroom_topic_slug_5b35007d_like ON public.newsroom_topic USING btree (slug varchar_pattern_ops);

CREATE INDEX newsroom_transition_by_id_e062c615 ON public.newsroom_transition USING btree (by_id);

CREATE INDEX newsroom_transition_comment_id_6a8cd87c ON public.newsroom_transition USING btree (comment_id);

CREATE INDEX newsroom_transition_notice_id_783a4a63 ON public.newsroom_transition USING btree (notice_id);

CREATE INDEX occupation_of_a_week ON public.incubators_occupation USING btree (incubator_id, begins, ends) WHERE stands;

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE UNIQUE INDEX protocol_one_draft ON public.trial_protocolversion USING btree (((registered_at IS NULL))) WHERE (registered_at IS NULL);

CREATE INDEX referenceindex_source_object ON public.wagtailcore_referenceindex USING btree (base_content_type_id, object_id);

CREATE INDEX referenceindex_target_object ON public.wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);

CREATE UNIQUE INDEX report_once_a_network ON public.newsroom_report USING btree (comment_id, origin) WHERE ((by_id IS NULL) AND (NOT ((origin)::text = ''::text)));

CREATE INDEX server_cache_cache_key_e59dabe9_like ON public.server_cache USING btree (cache_key varchar_pattern_ops);

CREATE INDEX server_cache_expires_374e66a7 ON public.server_cache USING btree (expires);

CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);

CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);

CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);

CREATE INDEX taggit_tag_name_58eb2ed9_like ON public.taggit_tag USING btree (name varchar_pattern_ops);

CREATE INDEX taggit_tag_slug_6be58b2c_like ON public.taggit_tag USING btree (slug varchar_pattern_ops);

CREATE INDEX taggit_tagg_content_8fc721_idx ON public.taggit_taggeditem USING btree (content_type_id, object_id);

CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON public.taggit_taggeditem USING btree (content_type_id);

CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON public.taggit_taggeditem USING btree (object_id);

CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON public.taggit_taggeditem USING btree (tag_id);

CREATE INDEX training_attempt_enrolment_id_afcd1116 ON public.training_attempt USING btree (enrolment_id);

CREATE INDEX training_attemptevent_enrolment_id_52e6eaff ON public.training_attemptevent USING btree (enrolment_id);

CREATE INDEX training_attemptevent_pgh_context_id_bf63578d ON public.training_attemptevent USING btree (pgh_context_id);

CREATE INDEX training_attemptevent_pgh_obj_id_70ae84ee ON public.training_attemptevent USING btree (pgh_obj_id);

CREATE INDEX training_attendance_enrolment_id_02fe7c07 ON public.training_attendance USING btree (enrolment_id);

CREATE INDEX training_attendance_entered_by_id_7e414a3b ON public.training_attendance USING btree (entered_by_id);

CREATE INDEX training_attendance_meeting_id_586095a0 ON public.training_attendance USING btree (meeting_id);

CREATE INDEX training_attendanceevent_enrolment_id_3b7b6ab8 ON public.training_attendanceevent USING btree (enrolment_id);

CREATE INDEX training_attendanceevent_entered_by_id_b7303553 ON public.training_attendanceevent USING btree (entered_by_id);

CREATE INDEX training_attendanceevent_meeting_id_b9a99329 ON public.training_attendanceevent USING btree (meeting_id);

CREATE INDEX training_attendanceevent_pgh_context_id_02f42a3c ON public.training_attendanceevent USING btree (pgh_context_id);

CREATE INDEX training_attendanceevent_pgh_obj_id_618d2fd7 ON public.training_attendanceevent USING btree (pgh_obj_id);

CREATE INDEX training_certificate_code_3ca7669b_like ON public.training_certificate USING btree (code varchar_pattern_ops);

CREATE INDEX training_certificate_holder_id_b3170994 ON public.training_certificate USING btree (holder_id);

CREATE INDEX training_certificate_issued_by_id_f428d89c ON public.training_certificate USING btree (issued_by_id);

CREATE INDEX training_certificate_revoked_by_id_4dd74a0f ON public.training_certificate USING btree (revoked_by_id);

CREATE INDEX training_certificate_version_id_55fd7674 ON public.training_certificate USING btree (version_id);

CREATE INDEX training_certificateevent_holder_id_c9184942 ON public.training_certificateevent USING btree (holder_id);

CREATE INDEX training_certificateevent_issued_by_id_a4c9f9c8 ON public.training_certificateevent USING btree (issued_by_id);

CREATE INDEX training_certificateevent_pgh_context_id_ee524f45 ON public.training_certificateevent USING btree (pgh_context_id);

CREATE INDEX training_certificateevent_pgh_obj_id_b3b8b4c0 ON public.training_certificateevent USING btree (pgh_obj_id);

CREATE INDEX training_certificateevent_revoked_by_id_a25ebaa8 ON public.training_certificateevent USING btree (revoked_by_id);

CREATE INDEX training_certificateevent_supersedes_id_9a88b02e ON public.training_certificateevent USING btree (supersedes_id);

CREATE INDEX training_certificateevent_version_id_31e614b3 ON public.training_certificateevent USING btree (version_id);

CREATE INDEX training_checklistitem_version_id_892c986b ON public.training_checklistitem USING btree (version_id);

CREATE INDEX training_checklistitemevent_pgh_context_id_064d5f1e ON public.training_checklistitemevent USING btree (pgh_context_id);

CREATE INDEX training_checklistitemevent_pgh_obj_id_23e59dfe ON public.training_checklistitemevent USING btree (pgh_obj_id);

CREATE INDEX training_checklistitemevent_version_id_0817ea12 ON public.training_checklistitemevent USING btree (version_id);

CREATE INDEX training_course_code_e2537ddd_like ON public.training_course USING btree (code varchar_pattern_ops);

CREATE INDEX training_courseevent_pgh_context_id_dfd0869f ON public.training_courseevent USING btree (pgh_context_id);

CREATE INDEX training_courseevent_pgh_obj_id_14d2b718 ON public.training_courseevent USING btree (pgh_obj_id);

CREATE INDEX training_courseversion_course_id_2d2164f7 ON public.training_courseversion USING btree (course_id);

CREATE INDEX training_courseversion_published_by_id_5cc92e32 ON public.training_courseversion USING btree (published_by_id);

CREATE INDEX training_courseversionevent_course_id_14aa3c86 ON public.training_courseversionevent USING btree (course_id);

CREATE INDEX training_courseversionevent_pgh_context_id_1bf458b7 ON public.training_courseversionevent USING btree (pgh_context_id);

CREATE INDEX training_courseversionevent_pgh_obj_id_da5d68d2 ON public.training_courseversionevent USING btree (pgh_obj_id);

CREATE INDEX training_courseversionevent_published_by_id_f28f9c66 ON public.training_courseversionevent USING btree (published_by_id);

CREATE INDEX training_enrolment_entered_by_id_e4c0e9f7 ON public.training_enrolment USING btree (entered_by_id);

CREATE INDEX training_enrolment_person_id_2d3f65e3 ON public.training_enrolment USING btree (person_id);

CREATE INDEX training_enrolment_session_id_68f2f4bc ON public.training_enrolment USING btree (session_id);

CREATE INDEX training_enrolment_signed_by_id_f183c369 ON public.training_enrolment USING btree (signed_by_id);

CREATE INDEX training_enrolmentevent_certificate_id_23a0f7e5 ON public.training_enrolmentevent USING btree (certificate_id);

CREATE INDEX training_enrolmentevent_entered_by_id_17ea0458 ON public.training_enrolmentevent USING btree (entered_by_id);

CREATE INDEX training_enrolmentevent_person_id_34b33ba8 ON public.training_enrolmentevent USING btree (person_id);

CREATE INDEX training_enrolmentevent_pgh_context_id_2fb1985a ON public.training_enrolmentevent USING btree (pgh_context_id);

CREATE INDEX training_enrolmentevent_pgh_obj_id_7e09f0aa ON public.training_enrolmentevent USING btree (pgh_obj_id);

CREATE INDEX training_enrolmentevent_session_id_f5f06d47 ON public.training_enrolmentevent USING btree (session_id);

CREATE INDEX training_enrolmentevent_signed_by_id_124fdd1b ON public.training_enrolmentevent USING btree (signed_by_id);

CREATE INDEX training_letter_enrolment_id_4c5a23a6 ON public.training_letter USING btree (enrolment_id);

CREATE INDEX training_meeting_session_id_15f2044b ON public.training_meeting USING btree (session_id);

CREATE INDEX training_meetingevent_pgh_context_id_0c71d573 ON public.training_meetingevent USING btree (pgh_context_id);

CREATE INDEX training_meetingevent_pgh_obj_id_253c349e ON public.training_meetingevent USING btree (pgh_obj_id);

CREATE INDEX training_meetingevent_session_id_a5577937 ON public.training_meetingevent USING btree (session_id);

CREATE INDEX training_mentorhours_offer_id_23e5ec1f ON public.training_mentorhours USING btree (offer_id);

CREATE INDEX training_mentoringmeeting_pair_id_be96d622 ON public.training_mentoringmeeting USING btree (pair_id);

CREATE INDEX training_mentoringmeeting_recorded_by_id_0f174d05 ON public.training_mentoringmeeting USING btree (recorded_by_id);

CREATE INDEX training_mentoringmeetingevent_pair_id_c87ca4a7 ON public.training_mentoringmeetingevent USING btree (pair_id);

CREATE INDEX training_mentoringmeetingevent_pgh_context_id_365db824 ON public.training_mentoringmeetingevent USING btree (pgh_context_id);

CREATE INDEX training_mentoringmeetingevent_pgh_obj_id_7612378a ON public.training_mentoringmeetingevent USING btree (pgh_obj_id);

CREATE INDEX training_mentoringmeetingevent_recorded_by_id_daf98e13 ON public.training_mentoringmeetingevent USING btree (recorded_by_id);

CREATE INDEX training_mentoringnote_pair_id_88243601 ON public.training_mentoringnote USING btree (pair_id);

CREATE INDEX training_mentoringnote_written_by_id_0fa95952 ON public.training_mentoringnote USING btree (written_by_id);

CREATE INDEX training_mentoringpair_confirmed_by_id_6977338a ON public.training_mentoringpair USING btree (confirmed_by_id);

CREATE INDEX training_mentoringpair_mentor_id_340e6b82 ON public.training_mentoringpair USING btree (mentor_id);

CREATE INDEX training_mentoringpair_municipality_id_e615c3d8 ON public.training_mentoringpair USING btree (municipality_id);

CREATE INDEX training_mentoringpair_participant_id_138eb3e4 ON public.training_mentoringpair USING btree (participant_id);

CREATE INDEX training_mentoringpairevent_confirmed_by_id_52456068 ON public.training_mentoringpairevent USING btree (confirmed_by_id);

CREATE INDEX training_mentoringpairevent_mentor_id_e9409a15 ON public.training_mentoringpairevent USING btree (mentor_id);

CREATE INDEX training_mentoringpairevent_municipality_id_5529b7d0 ON public.training_mentoringpairevent USING btree (municipality_id);

CREATE INDEX training_mentoringpairevent_participant_id_3e590343 ON public.training_mentoringpairevent USING btree (participant_id);

CREATE INDEX training_mentoringpairevent_pgh_context_id_9cd4dc33 ON public.training_mentoringpairevent USING btree (pgh_context_id);

CREATE INDEX training_mentoringpairevent_pgh_obj_id_366455e3 ON public.training_mentoringpairevent USING btree (pgh_obj_id);

CREATE INDEX training_mentorwish_municipality_id_21dc5a10 ON public.training_mentorwish USING btree (municipality_id);

CREATE INDEX training_mentorwish_participant_id_44e4010a ON public.training_mentorwish USING btree (participant_id);

CREATE INDEX training_openedmachine_equipment_id_6a655a04 ON public.training_openedmachine USING btree (equipment_id);

CREATE INDEX training_openedmachine_version_id_776e2f7d ON public.training_openedmachine USING btree (version_id);

CREATE INDEX training_openedmachineevent_equipment_id_28f5838c ON public.training_openedmachineevent USING btree (equipment_id);

CREATE INDEX training_openedmachineevent_pgh_context_id_08e34ef3 ON public.training_openedmachineevent USING btree (pgh_context_id);

CREATE INDEX training_openedmachineevent_pgh_obj_id_80a45362 ON public.training_openedmachineevent USING btree (pgh_obj_id);

CREATE INDEX training_openedmachineevent_version_id_e909a4b6 ON public.training_openedmachineevent USING btree (version_id);

CREATE INDEX training_prerequisite_course_id_eca03608 ON public.training_prerequisite USING btree (course_id);

CREATE INDEX training_prerequisite_version_id_aa5d3ea1 ON public.training_prerequisite USING btree (version_id);

CREATE INDEX training_prerequisiteevent_course_id_14538d3d ON public.training_prerequisiteevent USING btree (course_id);

CREATE INDEX training_prerequisiteevent_pgh_context_id_d57fa0db ON public.training_prerequisiteevent USING btree (pgh_context_id);

CREATE INDEX training_prerequisiteevent_pgh_obj_id_2c4d16f4 ON public.training_prerequisiteevent USING btree (pgh_obj_id);

CREATE INDEX training_prerequisiteevent_version_id_d436243e ON public.training_prerequisiteevent USING btree (version_id);

CREATE INDEX training_question_version_id_fb5ed238 ON public.training_question USING btree (version_id);

CREATE INDEX training_questionevent_pgh_context_id_6168dfcc ON public.training_questionevent USING btree (pgh_context_id);

CREATE INDEX training_questionevent_pgh_obj_id_8ca21a31 ON public.training_questionevent USING btree (pgh_obj_id);

CREATE INDEX training_questionevent_version_id_0da33aec ON public.training_questionevent USING btree (version_id);

CREATE INDEX training_reminder_certificate_id_9a0fe209 ON public.training_reminder USING btree (certificate_id);

CREATE INDEX training_session_cancelled_by_id_4b16aa95 ON public.training_session USING btree (cancelled_by_id);

CREATE INDEX training_session_room_id_8def7a16 ON public.training_session USING btree (room_id);

CREATE INDEX training_session_trainer_id_968f952f ON public.training_session USING btree (trainer_id);

CREATE INDEX training_session_version_id_d3e6e6ef ON public.training_session USING btree (version_id);

CREATE INDEX training_sessionevent_cancelled_by_id_f147c03a ON public.training_sessionevent USING btree (cancelled_by_id);

CREATE INDEX training_sessionevent_pgh_context_id_c5f7b380 ON public.training_sessionevent USING btree (pgh_context_id);

CREATE INDEX training_sessionevent_pgh_obj_id_8b7faf1e ON public.training_sessionevent USING btree (pgh_obj_id);

CREATE INDEX training_sessionevent_room_id_96a76dfe ON public.training_sessionevent USING btree (room_id);

CREATE INDEX training_sessionevent_trainer_id_4266be73 ON public.training_sessionevent USING btree (trainer_id);

CREATE INDEX training_sessionevent_version_id_cd778f03 ON public.training_sessionevent USING btree (version_id);

CREATE INDEX transition_by_comment ON public.newsroom_transition USING btree (comment_id, at);

CREATE INDEX trial_adaptation_incubator_id_6e851b0a ON public.trial_adaptation USING btree (incubator_id);

CREATE INDEX trial_adaptation_recorded_by_id_4ae1061d ON public.trial_adaptation USING btree (recorded_by_id);

CREATE INDEX trial_adaptation_version_id_6fa08503 ON public.trial_adaptation USING btree (version_id);

CREATE INDEX trial_adaptationevent_incubator_id_c7b0f9d3 ON public.trial_adaptationevent USING btree (incubator_id);

CREATE INDEX trial_adaptationevent_pgh_context_id_4fc6ee71 ON public.trial_adaptationevent USING btree (pgh_context_id);

CREATE INDEX trial_adaptationevent_pgh_obj_id_7cd93aeb ON public.trial_adaptationevent USING btree (pgh_obj_id);

CREATE INDEX trial_adaptationevent_recorded_by_id_baffb632 ON public.trial_adaptationevent USING btree (recorded_by_id);

CREATE INDEX trial_adaptationevent_version_id_5bd67e47 ON public.trial_adaptationevent USING btree (version_id);

CREATE INDEX trial_chancerun_key_b8339943_like ON public.trial_chancerun USING btree (key varchar_pattern_ops);

CREATE INDEX trial_course_arm_id_a31907f3 ON public.trial_course USING btree (arm_id);

CREATE INDEX trial_course_draw_id_9145bb1d ON public.trial_course USING btree (draw_id);

CREATE INDEX trial_course_incubator_id_034f2ea7 ON public.trial_course USING btree (incubator_id);

CREATE INDEX trial_courseevent_arm_id_0b036a4c ON public.trial_courseevent USING btree (arm_id);

CREATE INDEX trial_courseevent_draw_id_76005b2a ON public.trial_courseevent USING btree (draw_id);

CREATE INDEX trial_courseevent_incubator_id_710127cd ON public.trial_courseevent USING btree (incubator_id);

CREATE INDEX trial_courseevent_pgh_context_id_578c210e ON public.trial_courseevent USING btree (pgh_context_id);

CREATE INDEX trial_courseevent_pgh_obj_id_b6942d5a ON public.trial_courseevent USING btree (pgh_obj_id);

CREATE INDEX trial_designrun_key_cdfa3eb4_like ON public.trial_designrun USING btree (key varchar_pattern_ops);

CREATE INDEX trial_deviation_approved_by_id_8856e348 ON public.trial_deviation USING btree (approved_by_id);

CREATE INDEX trial_deviation_protocol_id_c738ca99 ON public.trial_deviation USING btree (protocol_id);

CREATE INDEX trial_deviation_recorded_by_id_e28554c5 ON public.trial_deviation USING btree (recorded_by_id);

CREATE INDEX trial_deviationevent_approved_by_id_6e2dc48d ON public.trial_deviationevent USING btree (approved_by_id);

CREATE INDEX trial_deviationevent_corrects_id_3733bdbe ON public.trial_deviationevent USING btree (corrects_id);

CREATE INDEX trial_deviationevent_pgh_context_id_18f6f212 ON public.trial_deviationevent USING btree (pgh_context_id);

CREATE INDEX trial_deviationevent_pgh_obj_id_0211dfdb ON public.trial_deviationevent USING btree (pgh_obj_id);

CREATE INDEX trial_deviationevent_protocol_id_e10eea5c ON public.trial_deviationevent USING btree (protocol_id);

CREATE INDEX trial_deviationevent_recorded_by_id_17b4c658 ON public.trial_deviationevent USING btree (recorded_by_id);

CREATE INDEX trial_draw_committed_by_id_419e61c8 ON public.trial_draw USING btree (committed_by_id);

CREATE INDEX trial_draw_revealed_by_id_a5fcd0bb ON public.trial_draw USING btree (revealed_by_id);

CREATE INDEX trial_drawevent_committed_by_id_3b8e2c1f ON public.trial_drawevent USING btree (committed_by_id);

CREATE INDEX trial_drawevent_pgh_context_id_2d8deb73 ON public.trial_drawevent USING btree (pgh_context_id);

CREATE INDEX trial_drawevent_pgh_obj_id_f5ae6e97 ON public.trial_drawevent USING btree (pgh_obj_id);

CREATE INDEX trial_drawevent_protocol_id_c35a8ec7 ON public.trial_drawevent USING btree (protocol_id);

CREATE INDEX trial_drawevent_revealed_by_id_6791e54e ON public.trial_drawevent USING btree (revealed_by_id);

CREATE INDEX trial_fidelityassessment_assessor_id_d01b0e35 ON public.trial_fidelityassessment USING btree (assessor_id);

CREATE INDEX trial_fidelityassessment_incubator_id_e9655be6 ON public.trial_fidelityassessment USING btree (incubator_id);

CREATE INDEX trial_fidelityassessmentevent_assessor_id_b31058a5 ON public.trial_fidelityassessmentevent USING btree (assessor_id);

CREATE INDEX trial_fidelityassessmentevent_incubator_id_46100866 ON public.trial_fidelityassessmentevent USING btree (incubator_id);

CREATE INDEX trial_fidelityassessmentevent_pgh_context_id_538911aa ON public.trial_fidelityassessmentevent USING btree (pgh_context_id);

CREATE INDEX trial_fidelityassessmentevent_pgh_obj_id_06383ea0 ON public.trial_fidelityassessmentevent USING btree (pgh_obj_id);

CREATE INDEX trial_fidelityitem_assessment_id_ddb60c26 ON public.trial_fidelityitem USING btree (assessment_id);

CREATE INDEX trial_fidelityitemevent_assessment_id_0fef5675 ON public.trial_fidelityitemevent USING btree (assessment_id);

CREATE INDEX trial_fidelityitemevent_pgh_context_id_b58c8345 ON public.trial_fidelityitemevent USING btree (pgh_context_id);

CREATE INDEX trial_fidelityitemevent_pgh_obj_id_5f105a5f ON public.trial_fidelityitemevent USING btree (pgh_obj_id);

CREATE INDEX trial_flowevent_incubator_id_b3f66d36 ON public.trial_flowevent USING btree (incubator_id);

CREATE INDEX trial_flowevent_recorded_by_id_f770ae95 ON public.trial_flowevent USING btree (recorded_by_id);

CREATE INDEX trial_floweventevent_incubator_id_eaacda7f ON public.trial_floweventevent USING btree (incubator_id);

CREATE INDEX trial_floweventevent_pgh_context_id_47525bcb ON public.trial_floweventevent USING btree (pgh_context_id);

CREATE INDEX trial_floweventevent_pgh_obj_id_7a0d8b2d ON public.trial_floweventevent USING btree (pgh_obj_id);

CREATE INDEX trial_floweventevent_recorded_by_id_95f8ee3d ON public.trial_floweventevent USING btree (recorded_by_id);

CREATE INDEX trial_protocolarm_protocol_id_f81082f6 ON public.trial_protocolarm USING btree (protocol_id);

CREATE INDEX trial_protocolarm_version_id_39371b0f ON public.trial_protocolarm USING btree (version_id);

CREATE INDEX trial_protocolarmevent_pgh_context_id_d8b847cf ON public.trial_protocolarmevent USING btree (pgh_context_id);

CREATE INDEX trial_protocolarmevent_pgh_obj_id_55e8d09b ON public.trial_protocolarmevent USING btree (pgh_obj_id);

CREATE INDEX trial_protocolarmevent_protocol_id_37c84956 ON public.trial_protocolarmevent USING btree (protocol_id);

CREATE INDEX trial_protocolarmevent_version_id_a007a4e2 ON public.trial_protocolarmevent USING btree (version_id);

CREATE INDEX trial_protocoldocument_added_by_id_f5a4031f ON public.trial_protocoldocument USING btree (added_by_id);

CREATE INDEX trial_protocoldocument_protocol_id_5fa03ac1 ON public.trial_protocoldocument USING btree (protocol_id);

CREATE INDEX trial_protocoldocumentevent_added_by_id_0a75ebbe ON public.trial_protocoldocumentevent USING btree (added_by_id);

CREATE INDEX trial_protocoldocumentevent_pgh_context_id_0eaed611 ON public.trial_protocoldocumentevent USING btree (pgh_context_id);

CREATE INDEX trial_protocoldocumentevent_pgh_obj_id_41a6b8dd ON public.trial_protocoldocumentevent USING btree (pgh_obj_id);

CREATE INDEX trial_protocoldocumentevent_protocol_id_8fafa1c2 ON public.trial_protocoldocumentevent USING btree (protocol_id);

CREATE INDEX trial_protocolversion_created_by_id_7ec71e55 ON public.trial_protocolversion USING btree (created_by_id);

CREATE INDEX trial_protocolversion_registered_by_id_1c59d4ec ON public.trial_protocolversion USING btree (registered_by_id);

CREATE INDEX trial_protocolversionevent_created_by_id_04dc81c6 ON public.trial_protocolversionevent USING btree (created_by_id);

CREATE INDEX trial_protocolversionevent_pgh_context_id_4abaad27 ON public.trial_protocolversionevent USING btree (pgh_context_id);

CREATE INDEX trial_protocolversionevent_pgh_obj_id_8854de19 ON public.trial_protocolversionevent USING btree (pgh_obj_id);

CREATE INDEX trial_protocolversionevent_registered_by_id_94dcbc3d ON public.trial_protocolversionevent USING btree (registered_by_id);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));

CREATE UNIQUE INDEX unique_in_progress_workflow ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE ((status)::text = ANY ((ARRAY['in_progress'::character varying, 'needs_changes'::character varying])::text[]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

CREATE UNIQUE INDEX user_email_unique_whatever_case ON public.network_user USING btree (lower((email)::text));

CREATE UNIQUE INDEX user_one_system_member ON public.network_user USING btree (is_system) WHERE is_system;

CREATE UNIQUE INDEX version_one_draft_a_model ON public.blueprints_modelversion USING btree (model_id) WHERE (published_at IS NULL);

CREATE INDEX wagtailadmi_content_717955_idx ON public.wagtailadmin_editingsession USING btree (content_type_id, object_id);

CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON public.wagtailadmin_editingsession USING btree (content_type_id);

CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON public.wagtailadmin_editingsession USING btree (user_id);

CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON public.wagtailadmin_formstate USING btree (content_type_id);

CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON public.wagtailadmin_formstate USING btree (user_id);

CREATE INDEX wagtailcore_apitoken_key_hash_65979b78_like ON public.wagtailcore_apitoken USING btree (key_hash varchar_pattern_ops);

CREATE INDEX wagtailcore_apitoken_user_id_49b1141b ON public.wagtailcore_apitoken USING btree (user_id);

CREATE INDEX wagtailcore_collection_path_d848dc19_like ON public.wagtailcore_collection USING btree (path varchar_pattern_ops);

CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON public.wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);

CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON public.wagtailcore_collectionviewrestriction USING btree (collection_id);

CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON public.wagtailcore_collectionviewrestriction_groups USING btree (group_id);

CREATE INDEX wagtailcore_comment_page_id_108444b5 ON public.wagtailcore_comment USING btree (page_id);

CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON public.wagtailcore_comment USING btree (resolved_by_id);

CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON public.wagtailcore_comment USING btree (revision_created_id);

CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON public.wagtailcore_comment USING btree (user_id);

CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON public.wagtailcore_commentreply USING btree (comment_id);

CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON public.wagtailcore_commentreply USING btree (user_id);

CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON public.wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);

CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON public.wagtailcore_groupapprovaltask_groups USING btree (group_id);

CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON public.wagtailcore_groupcollectionpermission USING btree (collection_id);

CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON public.wagtailcore_groupcollectionpermission USING btree (group_id);

CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON public.wagtailcore_groupcollectionpermission USING btree (permission_id);

CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON public.wagtailcore_grouppagepermission USING btree (group_id);

CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON public.wagtailcore_grouppagepermission USING btree (page_id);

CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON public.wagtailcore_grouppagepermission USING btree (permission_id);

CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON public.wagtailcore_groupsitepermission USING btree (group_id);

CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON public.wagtailcore_groupsitepermission USING btree (permission_id);

CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON public.wagtailcore_groupsitepermission USING btree (site_id);

CREATE INDEX wagtailcore_locale_language_code_03149338_like ON public.wagtailcore_locale USING btree (language_code varchar_pattern_ops);

CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON public.wagtailcore_modellogentry USING btree (action);

CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON public.wagtailcore_modellogentry USING btree (action varchar_pattern_ops);

CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON public.wagtailcore_modellogentry USING btree (content_changed);

CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON public.wagtailcore_modellogentry USING btree (content_type_id);

CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON public.wagtailcore_modellogentry USING btree (object_id);

CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON public.wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);

CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON public.wagtailcore_modellogentry USING btree (revision_id);

CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON public.wagtailcore_modellogentry USING btree ("timestamp");

CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON public.wagtailcore_modellogentry USING btree (user_id);

CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON public.wagtailcore_page USING btree (alias_of_id);

CREATE INDEX wagtailcore_page_content_type_id_c28424df ON public.wagtailcore_page USING btree (content_type_id);

CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON public.wagtailcore_page USING btree (first_published_at);

CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON public.wagtailcore_page USING btree (latest_revision_id);

CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON public.wagtailcore_page USING btree (live_revision_id);

CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON public.wagtailcore_page USING btree (locale_id);

CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON public.wagtailcore_page USING btree (locked_by_id);

CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON public.wagtailcore_page USING btree (owner_id);

CREATE INDEX wagtailcore_page_path_98eba2c8_like ON public.wagtailcore_page USING btree (path varchar_pattern_ops);

CREATE INDEX wagtailcore_page_slug_e7c11b8f ON public.wagtailcore_page USING btree (slug);

CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON public.wagtailcore_page USING btree (slug varchar_pattern_ops);

CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON public.wagtailcore_pagelogentry USING btree (action);

CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON public.wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);

CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON public.wagtailcore_pagelogentry USING btree (content_changed);

CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON public.wagtailcore_pagelogentry USING btree (content_type_id);

CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON public.wagtailcore_pagelogentry USING btree (page_id);

CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON public.wagtailcore_pagelogentry USING btree (revision_id);

CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON public.wagtailcore_pagelogentry USING btree ("timestamp");

CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON public.wagtailcore_pagelogentry USING btree (user_id);

CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON public.wagtailcore_revision USING btree (approved_go_live_at);

CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON public.wagtailcore_revision USING btree (created_at);

CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON public.wagtailcore_revision USING btree (user_id);

CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON public.wagtailcore_pagesubscription USING btree (page_id);

CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON public.wagtailcore_pagesubscription USING btree (user_id);

CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON public.wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);

CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON public.wagtailcore_pageviewrestriction_groups USING btree (group_id);

CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON public.wagtailcore_pageviewrestriction USING btree (page_id);

CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON public.wagtailcore_referenceindex USING btree (base_content_type_id);

CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON public.wagtailcore_referenceindex USING btree (content_type_id);

CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON public.wagtailcore_referenceindex USING btree (to_content_type_id);

CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON public.wagtailcore_revision USING btree (base_content_type_id);

CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON public.wagtailcore_revision USING btree (content_type_id);

CREATE INDEX wagtailcore_site_hostname_96b20b46 ON public.wagtailcore_site USING btree (hostname);

CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON public.wagtailcore_site USING btree (hostname varchar_pattern_ops);

CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON public.wagtailcore_site USING btree (root_page_id);

CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON public.wagtailcore_task USING btree (content_type_id);

CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON public.wagtailcore_taskstate USING btree (content_type_id);

CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON public.wagtailcore_taskstate USING btree (finished_by_id);

CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON public.wagtailcore_taskstate USING btree (revision_id);

CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON public.wagtailcore_taskstate USING btree (task_id);

CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON public.wagtailcore_taskstate USING btree (workflow_state_id);

CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON public.wagtailcore_uploadedfile USING btree (for_content_type_id);

CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON public.wagtailcore_uploadedfile USING btree (uploaded_by_user_id);

CREATE INDEX wagtailcore_uuid_06a44d_idx ON public.wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);

CREATE INDEX wagtailcore_uuid_d6363b_idx ON public.wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);

CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON public.wagtailcore_workflowcontenttype USING btree (workflow_id);

CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON public.wagtailcore_workflowpage USING btree (workflow_id);

CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON public.wagtailcore_workflowstate USING btree (base_content_type_id);

CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON public.wagtailcore_workflowstate USING btree (content_type_id);

CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON public.wagtailcore_workflowstate USING btree (requested_by_id);

CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON public.wagtailcore_workflowstate USING btree (workflow_id);

CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON public.wagtailcore_workflowtask USING btree (task_id);

CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON public.wagtailcore_workflowtask USING btree (workflow_id);

CREATE INDEX wagtaildocs_document_collection_id_23881625 ON public.wagtaildocs_document USING btree (collection_id);

CREATE INDEX wagtaildocs_document_uploaded_by_user_id_17258b41 ON public.wagtaildocs_document USING btree (uploaded_by_user_id);

CREATE INDEX wagtailimages_image_collection_id_c2f8af7e ON public.wagtailimages_image USING btree (collection_id);

CREATE INDEX wagtailimages_image_created_at_86fa6cd4 ON public.wagtailimages_image USING btree (created_at);

CREATE INDEX wagtailimages_image_file_hash_fb5bbb23 ON public.wagtailimages_image USING btree (file_hash);

CREATE INDEX wagtailimages_image_file_hash_fb5bbb23_like ON public.wagtailimages_image USING btree (file_hash varchar_pattern_ops);

CREATE INDEX wagtailimages_image_uploaded_by_user_id_5d73dc75 ON public.wagtailimages_image USING btree (uploaded_by_user_id);

CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201 ON public.wagtailimages_rendition USING btree (filter_spec);

CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201_like ON public.wagtailimages_rendition USING btree (filter_spec varchar_pattern_ops);

CREATE INDEX wagtailimages_rendition_image_id_3e1fd774 ON public.wagtailimages_rendition USING btree (image_id);

CREATE INDEX wagtailsear_autocom_476c89_gin ON public.wagtailsearch_indexentry USING gin (autocomplete);

CREATE INDEX wagtailsear_body_90c85d_gin ON public.wagtailsearch_indexentry USING gin (body);

CREATE INDEX wagtailsear_title_9caae0_gin ON public.wagtailsearch_indexentry USING gin (title);

CREATE INDEX wagtailsearch_indexentry_content_type_id_62ed694f ON public.wagtailsearch_indexentry USING btree (content_type_id);

CREATE UNIQUE INDEX waiting_once_for_a_time ON public.incubators_waiting USING btree (asked_by_id, equipment_id, room_id, place, begins, ends) NULLS NOT DISTINCT WHERE ((closed)::text = ''::text);

CREATE INDEX waiting_open ON public.incubators_waiting USING btree (incubator_id, begins) WHERE ((closed)::text = ''::text);

CREATE UNIQUE INDEX wish_one_at_a_time ON public.training_mentorwish USING btree (participant_id) WHERE (closed_at IS NULL);

CREATE INDEX workflowstate_base_ct_id_idx ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id);

CREATE INDEX workflowstate_ct_id_idx ON public.wagtailcore_workflowstate USING btree (content_type_id, object_id);

CREATE CONSTRAINT TRIGGER audit_link AFTER INSERT ON public.network_auditevent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.network_audit_link();

CREATE TRIGGER audit_stamp BEFORE INSERT ON public.network_auditevent FOR EACH ROW EXECUTE FUNCTION public.network_audit_stamp();

CREATE TRIGGER pgtrigger_accepted_stays_e55ae BEFORE UPDATE ON public.network_conductacceptance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_accepted_stays_e55ae();

COMMENT ON TRIGGER pgtrigger_accepted_stays_e55ae ON public.network_conductacceptance IS 'a83e55439ba0c802cfb8eb1da141a3cfd97250d6';

CREATE TRIGGER pgtrigger_answers_what_is_shown_aa043 BEFORE INSERT ON public.newsroom_comment FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_answers_what_is_shown_aa043();

COMMENT ON TRIGGER pgtrigger_answers_what_is_shown_aa043 ON public.newsroom_comment IS 'd84be778dc619f05aa3f48d88ca2066a9d86d52a';

CREATE TRIGGER pgtrigger_append_only_68c83 BEFORE DELETE OR UPDATE ON public.network_auditevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_68c83();

COMMENT ON TRIGGER pgtrigger_append_only_68c83 ON public.network_auditevent IS 'e4e90487ecc74b7fb83bc82dc581a0e00f7f4eab';

CREATE TRIGGER pgtrigger_append_only_b4976 BEFORE DELETE OR UPDATE ON public.network_auditlink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b4976();

COMMENT ON TRIGGER pgtrigger_append_only_b4976 ON public.network_auditlink IS '2d4858a7eee84d5286d6e84c56504d9af02d4163';

CREATE TRIGGER pgtrigger_approved_as_it_stands_3cdb3 BEFORE UPDATE ON public.trial_deviation FOR EACH ROW WHEN ((new.approved_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_approved_as_it_stands_3cdb3();

COMMENT ON TRIGGER pgtrigger_approved_as_it_stands_3cdb3 ON public.trial_deviation IS '6d4016ef4c5987328e4758c18288091e5f8b725b';

CREATE TRIGGER pgtrigger_as_given_b8a6f BEFORE UPDATE ON public.incubators_authorisation FOR EACH ROW WHEN (((old.id IS DISTINCT FROM new.id) OR (old.incubator_id IS DISTINCT FROM new.incubator_id) OR (old.equipment_id IS DISTINCT FROM new.equipment_id) OR (old.person_id IS DISTINCT FROM new.person_id) OR ((old.certificate)::text IS DISTINCT FROM (new.certificate)::text) OR (old.since IS DISTINCT FROM new.since) OR (old.until IS DISTINCT FROM new.until) OR (old.given_by_id IS DISTINCT FROM new.given_by_id))) EXECUTE FUNCTION public.pgtrigger_as_given_b8a6f();

COMMENT ON TRIGGER pgtrigger_as_given_b8a6f ON public.incubators_authorisation IS '227a352527ab27309d861645f62b3247dd42686a';

CREATE TRIGGER pgtrigger_as_signed_618be BEFORE UPDATE ON public.training_certificate FOR EACH ROW WHEN (((old.id IS DISTINCT FROM new.id) OR ((old.code)::text IS DISTINCT FROM (new.code)::text) OR (old.version_id IS DISTINCT FROM new.version_id) OR (old.holder_id IS DISTINCT FROM new.holder_id) OR (old.issued_on IS DISTINCT FROM new.issued_on) OR (old.issued_by_id IS DISTINCT FROM new.issued_by_id) OR (old.valid_until IS DISTINCT FROM new.valid_until) OR (old.supersedes_id IS DISTINCT FROM new.supersedes_id))) EXECUTE FUNCTION public.pgtrigger_as_signed_618be();

COMMENT ON TRIGGER pgtrigger_as_signed_618be ON public.training_certificate IS '9af95da7f09745a33a5b4e84a67aff3a8df86c81';

CREATE TRIGGER pgtrigger_as_told_a6ed5 BEFORE UPDATE ON public.training_session FOR EACH ROW WHEN (((old.id IS DISTINCT FROM new.id) OR (old.version_id IS DISTINCT FROM new.version_id) OR ((old.language)::text IS DISTINCT FROM (new.language)::text) OR (old."least" IS DISTINCT FROM new."least") OR (old.most IS DISTINCT FROM new.most) OR (old.decides_at IS DISTINCT FROM new.decides_at))) EXECUTE FUNCTION public.pgtrigger_as_told_a6ed5();

COMMENT ON TRIGGER pgtrigger_as_told_a6ed5 ON public.training_session IS '6631cf1e86a7f511aa0026f1c00ef6919dd6bcd9';

CREATE TRIGGER pgtrigger_as_told_e13dd BEFORE DELETE OR UPDATE ON public.training_meeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_as_told_e13dd();

COMMENT ON TRIGGER pgtrigger_as_told_e13dd ON public.training_meeting IS 'e9918f28299fc33883ab545eae9bbc675090e8a3';

CREATE TRIGGER pgtrigger_as_written_865df BEFORE UPDATE ON public.training_mentoringnote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_as_written_865df();

COMMENT ON TRIGGER pgtrigger_as_written_865df ON public.training_mentoringnote IS 'bec56b7cbeda1655738385c2eaa5b1d9349e827f';

CREATE TRIGGER pgtrigger_called_off_once_28210 BEFORE UPDATE ON public.training_session FOR EACH ROW WHEN ((old.cancelled_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_called_off_once_28210();

COMMENT ON TRIGGER pgtrigger_called_off_once_28210 ON public.training_session IS '2ef685f475e86994ddab3240455ee718c2eade7b';

CREATE TRIGGER pgtrigger_commitment_stays_64a1f BEFORE UPDATE ON public.trial_draw FOR EACH ROW WHEN (((old.id IS DISTINCT FROM new.id) OR (old.protocol_id IS DISTINCT FROM new.protocol_id) OR (old.problem IS DISTINCT FROM new.problem) OR ((old.problem_hash)::text IS DISTINCT FROM (new.problem_hash)::text) OR ((old.commitment)::text IS DISTINCT FROM (new.commitment)::text) OR (old.committed_at IS DISTINCT FROM new.committed_at) OR (old.committed_by_id IS DISTINCT FROM new.committed_by_id))) EXECUTE FUNCTION public.pgtrigger_commitment_stays_64a1f();

COMMENT ON TRIGGER pgtrigger_commitment_stays_64a1f ON public.trial_draw IS '9ca600893e57926d66008a0454dd17152ff80c83';

CREATE TRIGGER pgtrigger_complete_when_published_c67cd BEFORE INSERT OR UPDATE ON public.blueprints_modelversion FOR EACH ROW WHEN ((new.published_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_complete_when_published_c67cd();

COMMENT ON TRIGGER pgtrigger_complete_when_published_c67cd ON public.blueprints_modelversion IS 'bd938a0dc7312564e8a2880d91d7f9674a4d6054';

CREATE TRIGGER pgtrigger_corrects_a_slip_of_ones_own_58a93 BEFORE INSERT ON public.trial_deviation FOR EACH ROW WHEN ((new.corrects_id IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_corrects_a_slip_of_ones_own_58a93();

COMMENT ON TRIGGER pgtrigger_corrects_a_slip_of_ones_own_58a93 ON public.trial_deviation IS 'd59c21c618d040758c5f2ff08e94458a25a85eb8';

CREATE TRIGGER pgtrigger_counts_changes_28fb6 BEFORE UPDATE ON public.incubators_booking FOR EACH ROW WHEN (((old.begins IS DISTINCT FROM new.begins) OR (old.booked_at IS DISTINCT FROM new.booked_at) OR (old.booked_by_id IS DISTINCT FROM new.booked_by_id) OR (old.checked_in_at IS DISTINCT FROM new.checked_in_at) OR (old.ends IS DISTINCT FROM new.ends) OR (old.id IS DISTINCT FROM new.id) OR (old.incubator_id IS DISTINCT FROM new.incubator_id) OR ((old.purpose)::text IS DISTINCT FROM (new.purpose)::text) OR (old.released_at IS DISTINCT FROM new.released_at) OR (old.stands IS DISTINCT FROM new.stands) OR (old.uid IS DISTINCT FROM new.uid) OR (old.used_by_id IS DISTINCT FROM new.used_by_id))) EXECUTE FUNCTION public.pgtrigger_counts_changes_28fb6();

COMMENT ON TRIGGER pgtrigger_counts_changes_28fb6 ON public.incubators_booking IS '1a47ea4c90d1523c264efea87eccb0d6d07fdd5c';

CREATE TRIGGER pgtrigger_delete_delete_0087a AFTER DELETE ON public.blueprints_modelversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0087a();

COMMENT ON TRIGGER pgtrigger_delete_delete_0087a ON public.blueprints_modelversion IS 'b4b0a4ece49e10e16440da7166b2d6aad64d05b4';

CREATE TRIGGER pgtrigger_delete_delete_03230 AFTER DELETE ON public.blueprints_versionlevel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_03230();

COMMENT ON TRIGGER pgtrigger_delete_delete_03230 ON public.blueprints_versionlevel IS '6305a27b002fc2bb615d94dbee18c2d69d3e1b18';

CREATE TRIGGER pgtrigger_delete_delete_0d5e9 AFTER DELETE ON public.training_mentoringmeeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0d5e9();

COMMENT ON TRIGGER pgtrigger_delete_delete_0d5e9 ON public.training_mentoringmeeting IS '1ed0ac9203e7025190d8ac2307a4ab9e983564cc';

CREATE TRIGGER pgtrigger_delete_delete_14923 AFTER DELETE ON public.blueprints_practicelevel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_14923();

COMMENT ON TRIGGER pgtrigger_delete_delete_14923 ON public.blueprints_practicelevel IS 'cef31992117c0efd00524f1f9429406074043d98';

CREATE TRIGGER pgtrigger_delete_delete_1a06d AFTER DELETE ON public.trial_deviation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1a06d();

COMMENT ON TRIGGER pgtrigger_delete_delete_1a06d ON public.trial_deviation IS 'acc70f802beee12c2798db54dd065e5718f81786';

CREATE TRIGGER pgtrigger_delete_delete_1b6e0 AFTER DELETE ON public.blueprints_level FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1b6e0();

COMMENT ON TRIGGER pgtrigger_delete_delete_1b6e0 ON public.blueprints_level IS '7f2100419271c5004bf8d92436e9dbefae551cdc';

CREATE TRIGGER pgtrigger_delete_delete_1ebd9 AFTER DELETE ON public.network_municipality FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1ebd9();

COMMENT ON TRIGGER pgtrigger_delete_delete_1ebd9 ON public.network_municipality IS '90bef31efad0701af11b805702144bd44f39e816';

CREATE TRIGGER pgtrigger_delete_delete_20048 AFTER DELETE ON public.blueprints_spanninglevel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_20048();

COMMENT ON TRIGGER pgtrigger_delete_delete_20048 ON public.blueprints_spanninglevel IS 'd7633eff468313e6bbfde34c84b0a925eb780e81';

CREATE TRIGGER pgtrigger_delete_delete_228c7 AFTER DELETE ON public.blueprints_factorpractice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_228c7();

COMMENT ON TRIGGER pgtrigger_delete_delete_228c7 ON public.blueprints_factorpractice IS 'cd60fb8748f96e77f4ddd1d96b82dcc961f0f255';

CREATE TRIGGER pgtrigger_delete_delete_2a0a7 AFTER DELETE ON public.network_decisiondocument FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2a0a7();

COMMENT ON TRIGGER pgtrigger_delete_delete_2a0a7 ON public.network_decisiondocument IS '28a4514be629e4af90c567b25a01a318612ce31d';

CREATE TRIGGER pgtrigger_delete_delete_2a0fb AFTER DELETE ON public.incubators_manual FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2a0fb();

COMMENT ON TRIGGER pgtrigger_delete_delete_2a0fb ON public.incubators_manual IS 'ba7084f49f0ca03096623b34cb9b5045fbf498f0';

CREATE TRIGGER pgtrigger_delete_delete_2af4d AFTER DELETE ON public.training_certificate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2af4d();

COMMENT ON TRIGGER pgtrigger_delete_delete_2af4d ON public.training_certificate IS 'bf14e548971d2233fb3865fab13a2c7ae6bb4c62';

CREATE TRIGGER pgtrigger_delete_delete_2ec8f AFTER DELETE ON public.blueprints_factor FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_2ec8f();

COMMENT ON TRIGGER pgtrigger_delete_delete_2ec8f ON public.blueprints_factor IS 'd4a0ec425991653713e58d7055d974a202581356';

CREATE TRIGGER pgtrigger_delete_delete_31b47 AFTER DELETE ON public.incubators_maintenance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_31b47();

COMMENT ON TRIGGER pgtrigger_delete_delete_31b47 ON public.incubators_maintenance IS '59763eb376719232d35758abd06ffe3beffec157';

CREATE TRIGGER pgtrigger_delete_delete_33d7b AFTER DELETE ON public.incubators_roomplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_33d7b();

COMMENT ON TRIGGER pgtrigger_delete_delete_33d7b ON public.incubators_roomplan IS 'fae81e15d16ecd97c03c632310198e8747012daa';

CREATE TRIGGER pgtrigger_delete_delete_3a9bd AFTER DELETE ON public.training_attempt FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3a9bd();

COMMENT ON TRIGGER pgtrigger_delete_delete_3a9bd ON public.training_attempt IS '44d86aa6ed8cf1ce2f6c19bdef5966b04e629432';

CREATE TRIGGER pgtrigger_delete_delete_412b6 AFTER DELETE ON public.network_population FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_412b6();

COMMENT ON TRIGGER pgtrigger_delete_delete_412b6 ON public.network_population IS '66ef1ea388885613df87bc3cf70a369bfdaabc1f';

CREATE TRIGGER pgtrigger_delete_delete_42b42 AFTER DELETE ON public.training_meeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_42b42();

COMMENT ON TRIGGER pgtrigger_delete_delete_42b42 ON public.training_meeting IS 'b0bf7d916b9df4540337ffa7927b03b763af4e25';

CREATE TRIGGER pgtrigger_delete_delete_438a2 AFTER DELETE ON public.training_enrolment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_438a2();

COMMENT ON TRIGGER pgtrigger_delete_delete_438a2 ON public.training_enrolment IS 'fa6be3a01c5bc7c7da641e173aec4faa218b3311';

CREATE TRIGGER pgtrigger_delete_delete_4a724 AFTER DELETE ON public.incubators_maintenanceplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4a724();

COMMENT ON TRIGGER pgtrigger_delete_delete_4a724 ON public.incubators_maintenanceplan IS 'c06c46bfb387d7286975c314f47cb149370b76de';

CREATE TRIGGER pgtrigger_delete_delete_4c77f AFTER DELETE ON public.incubators_waiting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4c77f();

COMMENT ON TRIGGER pgtrigger_delete_delete_4c77f ON public.incubators_waiting IS '2f86fc1c1c256060d3189133e697a94b663d804f';

CREATE TRIGGER pgtrigger_delete_delete_4c8ef AFTER DELETE ON public.incubators_quota FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4c8ef();

COMMENT ON TRIGGER pgtrigger_delete_delete_4c8ef ON public.incubators_quota IS 'b153a28e50a0df19d17038de47525e83cfa5b70a';

CREATE TRIGGER pgtrigger_delete_delete_4eb91 AFTER DELETE ON public.incubators_booking FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4eb91();

COMMENT ON TRIGGER pgtrigger_delete_delete_4eb91 ON public.incubators_booking IS '20eabc4b8c1f77ee94db42bde5d2638d23980175';

CREATE TRIGGER pgtrigger_delete_delete_4f0c1 AFTER DELETE ON public.network_succession FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4f0c1();

COMMENT ON TRIGGER pgtrigger_delete_delete_4f0c1 ON public.network_succession IS 'b1c644ddfd48675c7564afc15ce80992130f14e1';

CREATE TRIGGER pgtrigger_delete_delete_526ea AFTER DELETE ON public.training_prerequisite FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_526ea();

COMMENT ON TRIGGER pgtrigger_delete_delete_526ea ON public.training_prerequisite IS '16ec0b097009daf301e6f47c8f42cb03cb6a0653';

CREATE TRIGGER pgtrigger_delete_delete_527ae AFTER DELETE ON public.network_decision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_527ae();

COMMENT ON TRIGGER pgtrigger_delete_delete_527ae ON public.network_decision IS '0bbcba834511d449b102d55025d0d59e93097f5a';

CREATE TRIGGER pgtrigger_delete_delete_5500f AFTER DELETE ON public.blueprints_spanningfactor FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5500f();

COMMENT ON TRIGGER pgtrigger_delete_delete_5500f ON public.blueprints_spanningfactor IS 'c8d9b5f21e4c618379273029dea4e009a7708588';

CREATE TRIGGER pgtrigger_delete_delete_56840 AFTER DELETE ON public.trial_protocolarm FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_56840();

COMMENT ON TRIGGER pgtrigger_delete_delete_56840 ON public.trial_protocolarm IS 'f5a5339a13d967e186cdc3e6d80f309c9c03d292';

CREATE TRIGGER pgtrigger_delete_delete_5b781 AFTER DELETE ON public.blueprints_versiontext FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5b781();

COMMENT ON TRIGGER pgtrigger_delete_delete_5b781 ON public.blueprints_versiontext IS '04bfc00ebccc995f348eafd30344e6f92941282c';

CREATE TRIGGER pgtrigger_delete_delete_68bd8 AFTER DELETE ON public.incubators_specialday FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_68bd8();

COMMENT ON TRIGGER pgtrigger_delete_delete_68bd8 ON public.incubators_specialday IS '74443e9866e6e74162736f7eb6f8708241836123';

CREATE TRIGGER pgtrigger_delete_delete_6948c AFTER DELETE ON public.blueprints_versionrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_6948c();

COMMENT ON TRIGGER pgtrigger_delete_delete_6948c ON public.blueprints_versionrule IS '39d69132d9e60b3e5c787a4a9ca4f33ff67de5c5';

CREATE TRIGGER pgtrigger_delete_delete_6d1f3 AFTER DELETE ON public.incubators_measure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_6d1f3();

COMMENT ON TRIGGER pgtrigger_delete_delete_6d1f3 ON public.incubators_measure IS 'd93cab19cfd60854aec451764979756cf38363ca';

CREATE TRIGGER pgtrigger_delete_delete_75519 AFTER DELETE ON public.training_attendance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_75519();

COMMENT ON TRIGGER pgtrigger_delete_delete_75519 ON public.training_attendance IS '0d48a513bfce955dfdff68e9cde4cc9300160727';

CREATE TRIGGER pgtrigger_delete_delete_762bc AFTER DELETE ON public.trial_adaptation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_762bc();

COMMENT ON TRIGGER pgtrigger_delete_delete_762bc ON public.trial_adaptation IS '7b2a85a4a29d2eaedd5b066c8aa2199f4a657abc';

CREATE TRIGGER pgtrigger_delete_delete_76932 AFTER DELETE ON public.incubators_incident FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_76932();

COMMENT ON TRIGGER pgtrigger_delete_delete_76932 ON public.incubators_incident IS 'b5cbb4c18cf26037b7200492981d30a937698376';

CREATE TRIGGER pgtrigger_delete_delete_7b30e AFTER DELETE ON public.trial_course FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_7b30e();

COMMENT ON TRIGGER pgtrigger_delete_delete_7b30e ON public.trial_course IS '503a997df877db0109acaadf5d3f7157b98d953c';

CREATE TRIGGER pgtrigger_delete_delete_829ec AFTER DELETE ON public.incubators_room FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_829ec();

COMMENT ON TRIGGER pgtrigger_delete_delete_829ec ON public.incubators_room IS '88ae7095c8f25251e6698ed53f4c5e96f91c0b0a';

CREATE TRIGGER pgtrigger_delete_delete_85bfe AFTER DELETE ON public.network_statementcheck FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_85bfe();

COMMENT ON TRIGGER pgtrigger_delete_delete_85bfe ON public.network_statementcheck IS '118311773e37ef69065b531ce1aa3bdec9a9f9eb';

CREATE TRIGGER pgtrigger_delete_delete_8c580 AFTER DELETE ON public.incubators_order FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_8c580();

COMMENT ON TRIGGER pgtrigger_delete_delete_8c580 ON public.incubators_order IS '5cb3f88f61feed0cf476708a64edcd9acc79bcd6';

CREATE TRIGGER pgtrigger_delete_delete_8cc71 AFTER DELETE ON public.training_checklistitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_8cc71();

COMMENT ON TRIGGER pgtrigger_delete_delete_8cc71 ON public.training_checklistitem IS '9aa0a96af4464562840b1c7e2614e4ecbe36a77a';

CREATE TRIGGER pgtrigger_delete_delete_908d0 AFTER DELETE ON public.incubators_conditionspan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_908d0();

COMMENT ON TRIGGER pgtrigger_delete_delete_908d0 ON public.incubators_conditionspan IS 'e46cc25533b4d89e724d6940abe4498f3e2b66de';

CREATE TRIGGER pgtrigger_delete_delete_90a24 AFTER DELETE ON public.network_unit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_90a24();

COMMENT ON TRIGGER pgtrigger_delete_delete_90a24 ON public.network_unit IS 'f1d7aafb0c69456b2a9a35265d0d0421edd59e46';

CREATE TRIGGER pgtrigger_delete_delete_9186d AFTER DELETE ON public.training_course FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9186d();

COMMENT ON TRIGGER pgtrigger_delete_delete_9186d ON public.training_course IS '847e6478ac0ea063c9330a2b5b697b081840f25c';

CREATE TRIGGER pgtrigger_delete_delete_a04bb AFTER DELETE ON public.trial_protocoldocument FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a04bb();

COMMENT ON TRIGGER pgtrigger_delete_delete_a04bb ON public.trial_protocoldocument IS 'fd6669d91069a90be7b368945fd13c6bcf60ad17';

CREATE TRIGGER pgtrigger_delete_delete_ae901 AFTER DELETE ON public.incubators_confirmation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ae901();

COMMENT ON TRIGGER pgtrigger_delete_delete_ae901 ON public.incubators_confirmation IS '1626e867b85935850014b7aa06842fd4eff3396d';

CREATE TRIGGER pgtrigger_delete_delete_b3e47 AFTER DELETE ON public.incubators_building FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b3e47();

COMMENT ON TRIGGER pgtrigger_delete_delete_b3e47 ON public.incubators_building IS 'a1f9b8325851345d7b37a77e5316807bd64b159a';

CREATE TRIGGER pgtrigger_delete_delete_b8a4c AFTER DELETE ON public.blueprints_versionpractice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b8a4c();

COMMENT ON TRIGGER pgtrigger_delete_delete_b8a4c ON public.blueprints_versionpractice IS 'f6ef78d9165890a870aea2bbc3473510a1478d47';

CREATE TRIGGER pgtrigger_delete_delete_b9205 AFTER DELETE ON public.trial_fidelityitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b9205();

COMMENT ON TRIGGER pgtrigger_delete_delete_b9205 ON public.trial_fidelityitem IS '6af40f9c592b7bc271cf683571e6b5964a8a1c4b';

CREATE TRIGGER pgtrigger_delete_delete_bb38b AFTER DELETE ON public.incubators_awardroute FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_bb38b();

COMMENT ON TRIGGER pgtrigger_delete_delete_bb38b ON public.incubators_awardroute IS '3af04e36599add18c1fe0262bb7bb2270d98c359';

CREATE TRIGGER pgtrigger_delete_delete_c64f1 AFTER DELETE ON public.incubators_equipment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c64f1();

COMMENT ON TRIGGER pgtrigger_delete_delete_c64f1 ON public.incubators_equipment IS '1dfa8476106e14235a524a64e1c6a234a199a7d3';

CREATE TRIGGER pgtrigger_delete_delete_cae72 AFTER DELETE ON public.training_courseversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_cae72();

COMMENT ON TRIGGER pgtrigger_delete_delete_cae72 ON public.training_courseversion IS '43bba665813def84dc9ecc2f8c9079e87f2e165d';

CREATE TRIGGER pgtrigger_delete_delete_cf089 AFTER DELETE ON public.training_question FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_cf089();

COMMENT ON TRIGGER pgtrigger_delete_delete_cf089 ON public.training_question IS 'f2bd4e89ccd795bc814b585534dfc387a8a9dec9';

CREATE TRIGGER pgtrigger_delete_delete_d32cf AFTER DELETE ON public.incubators_orderplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d32cf();

COMMENT ON TRIGGER pgtrigger_delete_delete_d32cf ON public.incubators_orderplan IS 'c79599097042dde2874784d2d940b0db48fe811f';

CREATE TRIGGER pgtrigger_delete_delete_d5274 AFTER DELETE ON public.incubators_openinghours FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d5274();

COMMENT ON TRIGGER pgtrigger_delete_delete_d5274 ON public.incubators_openinghours IS '50da0aa5d0cb29c4767fda2008f173942d5c1ee8';

CREATE TRIGGER pgtrigger_delete_delete_d591d AFTER DELETE ON public.network_partner FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d591d();

COMMENT ON TRIGGER pgtrigger_delete_delete_d591d ON public.network_partner IS 'ad0863e61ea8862752b822c8df0aa0efe97ad7ab';

CREATE TRIGGER pgtrigger_delete_delete_d8e47 AFTER DELETE ON public.incubators_plannedcost FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d8e47();

COMMENT ON TRIGGER pgtrigger_delete_delete_d8e47 ON public.incubators_plannedcost IS '927655dcbafae45162cb48386fc5c4d44625a993';

CREATE TRIGGER pgtrigger_delete_delete_dc249 AFTER DELETE ON public.trial_protocolversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_dc249();

COMMENT ON TRIGGER pgtrigger_delete_delete_dc249 ON public.trial_protocolversion IS '6c4bb23bf2a9269b9c3e710c7d1c1bc40c9eef7e';

CREATE TRIGGER pgtrigger_delete_delete_de709 AFTER DELETE ON public.trial_draw FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_de709();

COMMENT ON TRIGGER pgtrigger_delete_delete_de709 ON public.trial_draw IS '4fd17a1e8437c192448a4954483ce9cf066df44f';

CREATE TRIGGER pgtrigger_delete_delete_e2c71 AFTER DELETE ON public.incubators_equipmentphoto FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e2c71();

COMMENT ON TRIGGER pgtrigger_delete_delete_e2c71 ON public.incubators_equipmentphoto IS '63719af69e12cff8678482a1d71c53f6ffd8bd6c';

CREATE TRIGGER pgtrigger_delete_delete_e4879 AFTER DELETE ON public.blueprints_exclusion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e4879();

COMMENT ON TRIGGER pgtrigger_delete_delete_e4879 ON public.blueprints_exclusion IS '5b6b3011aaca2ce48f219919397ff6786ee969cb';

CREATE TRIGGER pgtrigger_delete_delete_e54a6 AFTER DELETE ON public.incubators_authorisation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e54a6();

COMMENT ON TRIGGER pgtrigger_delete_delete_e54a6 ON public.incubators_authorisation IS '26c92ba86ae507676cafb744155431fe594c1d93';

CREATE TRIGGER pgtrigger_delete_delete_e6fc6 AFTER DELETE ON public.training_openedmachine FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e6fc6();

COMMENT ON TRIGGER pgtrigger_delete_delete_e6fc6 ON public.training_openedmachine IS '46e5128aa1e822b90510c44fe3afc20c008ea743';

CREATE TRIGGER pgtrigger_delete_delete_ed33b AFTER DELETE ON public.blueprints_operatingmodel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ed33b();

COMMENT ON TRIGGER pgtrigger_delete_delete_ed33b ON public.blueprints_operatingmodel IS 'b1ee963ef05fc5f254f2c18a7cf69df9ab4f62e8';

CREATE TRIGGER pgtrigger_delete_delete_efe5c AFTER DELETE ON public.training_mentoringpair FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_efe5c();

COMMENT ON TRIGGER pgtrigger_delete_delete_efe5c ON public.training_mentoringpair IS 'ae68144d5ceadc785bc273aa2166d926b9f04e16';

CREATE TRIGGER pgtrigger_delete_delete_f003f AFTER DELETE ON public.blueprints_practice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f003f();

COMMENT ON TRIGGER pgtrigger_delete_delete_f003f ON public.blueprints_practice IS 'f25aad305f3a81d5b131def1806c6929b730657f';

CREATE TRIGGER pgtrigger_delete_delete_f1d19 AFTER DELETE ON public.incubators_occupation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f1d19();

COMMENT ON TRIGGER pgtrigger_delete_delete_f1d19 ON public.incubators_occupation IS 'f0d23803afc7b90987486cbb6dbb5cb3643f9c55';

CREATE TRIGGER pgtrigger_delete_delete_f4c47 AFTER DELETE ON public.incubators_adaptationwork FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f4c47();

COMMENT ON TRIGGER pgtrigger_delete_delete_f4c47 ON public.incubators_adaptationwork IS 'c892e44f2ce26b8a624137f5feaffc3a62837669';

CREATE TRIGGER pgtrigger_delete_delete_f7f8f AFTER DELETE ON public.network_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f7f8f();

COMMENT ON TRIGGER pgtrigger_delete_delete_f7f8f ON public.network_membership IS 'c3004ab68cb5959ff61b98d2c7733fbaf3eba926';

CREATE TRIGGER pgtrigger_delete_delete_fa9fb AFTER DELETE ON public.trial_fidelityassessment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_fa9fb();

COMMENT ON TRIGGER pgtrigger_delete_delete_fa9fb ON public.trial_fidelityassessment IS '2e0453447291e7129929ff3001f3a80b1f78a1ef';

CREATE TRIGGER pgtrigger_delete_delete_faffd AFTER DELETE ON public.incubators_incubator FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_faffd();

COMMENT ON TRIGGER pgtrigger_delete_delete_faffd ON public.incubators_incubator IS '87594abcda74201e77a2e42b4340f8fb8c6b0c0c';

CREATE TRIGGER pgtrigger_delete_delete_fb531 AFTER DELETE ON public.incubators_monthlycost FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_fb531();

COMMENT ON TRIGGER pgtrigger_delete_delete_fb531 ON public.incubators_monthlycost IS 'bb8d79d1fa486ed4da64f7c775605afc9dfcdd3c';

CREATE TRIGGER pgtrigger_delete_delete_fe538 AFTER DELETE ON public.training_session FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_fe538();

COMMENT ON TRIGGER pgtrigger_delete_delete_fe538 ON public.training_session IS 'de81eb86c89bd36a4534e9cbb1a0d92d3cf790b1';

CREATE TRIGGER pgtrigger_delete_delete_ff888 AFTER DELETE ON public.trial_flowevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ff888();

COMMENT ON TRIGGER pgtrigger_delete_delete_ff888 ON public.trial_flowevent IS '2703d36cc4a3de4b5245f4833435782a11055933';

CREATE CONSTRAINT TRIGGER pgtrigger_edit_leaves_a_step_2d136 AFTER UPDATE OF text ON public.newsroom_comment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.text IS DISTINCT FROM ''::text) AND (old.text IS DISTINCT FROM new.text))) EXECUTE FUNCTION public.pgtrigger_edit_leaves_a_step_2d136();

COMMENT ON TRIGGER pgtrigger_edit_leaves_a_step_2d136 ON public.newsroom_comment IS '11b8291a5be3675f9658d037685eefe2ad9b0afb';

CREATE TRIGGER pgtrigger_fixed_once_approved_2ba7c BEFORE UPDATE ON public.trial_deviation FOR EACH ROW WHEN ((old.approved_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_fixed_once_approved_2ba7c();

COMMENT ON TRIGGER pgtrigger_fixed_once_approved_2ba7c ON public.trial_deviation IS '0666605d3559bcbc382d88f7e97ffed02f3dcca1';

CREATE TRIGGER pgtrigger_fixed_once_revealed_15d92 BEFORE UPDATE ON public.trial_draw FOR EACH ROW WHEN ((old.revealed_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_fixed_once_revealed_15d92();

COMMENT ON TRIGGER pgtrigger_fixed_once_revealed_15d92 ON public.trial_draw IS '5578098030af6c80e18053218497a0b2630812b1';

CREATE TRIGGER pgtrigger_fixed_when_published_517d5 BEFORE INSERT OR DELETE OR UPDATE ON public.network_decisiondocument FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_fixed_when_published_517d5();

COMMENT ON TRIGGER pgtrigger_fixed_when_published_517d5 ON public.network_decisiondocument IS 'b90c0435c0dd880755ecccd73636c6f2bd28c036';

CREATE TRIGGER pgtrigger_from_a_registered_protocol_a8291 BEFORE INSERT ON public.trial_deviation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_from_a_registered_protocol_a8291();

COMMENT ON TRIGGER pgtrigger_from_a_registered_protocol_a8291 ON public.trial_deviation IS '23f4daecd942c735d2b77e85df2df81384bac00e';

CREATE TRIGGER pgtrigger_frozen_when_registered_3ed24 BEFORE INSERT OR DELETE OR UPDATE ON public.trial_protocolarm FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_when_registered_3ed24();

COMMENT ON TRIGGER pgtrigger_frozen_when_registered_3ed24 ON public.trial_protocolarm IS '1d3b4d2d070f9a291ead512283df0ae0d2229588';

CREATE TRIGGER pgtrigger_frozen_when_registered_9676b BEFORE INSERT OR DELETE OR UPDATE ON public.trial_protocoldocument FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_when_registered_9676b();

COMMENT ON TRIGGER pgtrigger_frozen_when_registered_9676b ON public.trial_protocoldocument IS 'de4f8c3e4a1cafbce63c42e3f1c6ce0d2edd928d';

CREATE TRIGGER pgtrigger_goes_by_a_route_of_its_day_a8aa1 BEFORE INSERT OR UPDATE ON public.incubators_order FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_goes_by_a_route_of_its_day_a8aa1();

COMMENT ON TRIGGER pgtrigger_goes_by_a_route_of_its_day_a8aa1 ON public.incubators_order IS '6b11bfc6e331ea4e04143d47315057727fdfd493';

CREATE TRIGGER pgtrigger_has_the_floors_of_its_rooms_ffe1d AFTER UPDATE OF lowest_floor, highest_floor ON public.incubators_building FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_has_the_floors_of_its_rooms_ffe1d();

COMMENT ON TRIGGER pgtrigger_has_the_floors_of_its_rooms_ffe1d ON public.incubators_building IS '0be82938e73c37324555af47910fee35e51e4a92';

CREATE TRIGGER pgtrigger_immutable_when_published_278ff BEFORE INSERT OR DELETE OR UPDATE ON public.blueprints_versionlevel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_immutable_when_published_278ff();

COMMENT ON TRIGGER pgtrigger_immutable_when_published_278ff ON public.blueprints_versionlevel IS '44ed7f33cc90a9bddc2f534599fcd9592f7da00a';

CREATE TRIGGER pgtrigger_immutable_when_published_47b98 BEFORE INSERT OR DELETE OR UPDATE ON public.training_prerequisite FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_immutable_when_published_47b98();

COMMENT ON TRIGGER pgtrigger_immutable_when_published_47b98 ON public.training_prerequisite IS '191ce9224c99e6fa02bd00232927c73709b97d3c';

CREATE TRIGGER pgtrigger_immutable_when_published_5aff1 BEFORE INSERT OR DELETE OR UPDATE ON public.training_checklistitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_immutable_when_published_5aff1();

COMMENT ON TRIGGER pgtrigger_immutable_when_published_5aff1 ON public.training_checklistitem IS '967461b0470786a5848dd1118ca13852df23cdf8';

CREATE TRIGGER pgtrigger_immutable_when_published_83a36 BEFORE INSERT OR DELETE OR UPDATE ON public.blueprints_versionrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_immutable_when_published_83a36();

COMMENT ON TRIGGER pgtrigger_immutable_when_published_83a36 ON public.blueprints_versionrule IS '707ca5adbbb5d9c50aaf5517824060eca2f87f5b';

CREATE TRIGGER pgtrigger_immutable_when_published_c3563 BEFORE INSERT OR DELETE OR UPDATE ON public.blueprints_versiontext FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_immutable_when_published_c3563();

COMMENT ON TRIGGER pgtrigger_immutable_when_published_c3563 ON public.blueprints_versiontext IS '322561d39391c986aed41cf7e1dca6331ce6a188';

CREATE TRIGGER pgtrigger_immutable_when_published_d3219 BEFORE DELETE OR UPDATE ON public.blueprints_modelversion FOR EACH ROW WHEN ((old.published_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_immutable_when_published_d3219();

COMMENT ON TRIGGER pgtrigger_immutable_when_published_d3219 ON public.blueprints_modelversion IS 'cd2134c1f8bb15b42db08ffd61e8c25463ff9fd2';

CREATE TRIGGER pgtrigger_immutable_when_published_eccbe BEFORE DELETE OR UPDATE ON public.training_courseversion FOR EACH ROW WHEN ((old.published_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_immutable_when_published_eccbe();

COMMENT ON TRIGGER pgtrigger_immutable_when_published_eccbe ON public.training_courseversion IS '64b70c366ea17b4c02c9d12dfaa333230695d893';

CREATE TRIGGER pgtrigger_immutable_when_published_ef101 BEFORE INSERT OR DELETE OR UPDATE ON public.training_question FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_immutable_when_published_ef101();

COMMENT ON TRIGGER pgtrigger_immutable_when_published_ef101 ON public.training_question IS '8b379b94335ec9a6b776862d7ae74711be73d741';

CREATE TRIGGER pgtrigger_immutable_when_published_fc6ed BEFORE INSERT OR DELETE OR UPDATE ON public.blueprints_versionpractice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_immutable_when_published_fc6ed();

COMMENT ON TRIGGER pgtrigger_immutable_when_published_fc6ed ON public.blueprints_versionpractice IS 'ab63f84e83ee96f6471b3f6ad41e1bb87a94d943';

CREATE TRIGGER pgtrigger_immutable_when_registered_2b6f5 BEFORE DELETE OR UPDATE ON public.trial_protocolversion FOR EACH ROW WHEN ((old.registered_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_immutable_when_registered_2b6f5();

COMMENT ON TRIGGER pgtrigger_immutable_when_registered_2b6f5 ON public.trial_protocolversion IS '2b32570df7ff34aeddb020146e6930cab6c2f28d';

CREATE TRIGGER pgtrigger_insert_insert_021cc AFTER INSERT ON public.training_mentoringmeeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_021cc();

COMMENT ON TRIGGER pgtrigger_insert_insert_021cc ON public.training_mentoringmeeting IS '5a40d29159bdd8369299b3e98914c3c6c29ab445';

CREATE TRIGGER pgtrigger_insert_insert_088ab AFTER INSERT ON public.network_statementcheck FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_088ab();

COMMENT ON TRIGGER pgtrigger_insert_insert_088ab ON public.network_statementcheck IS '1429ae4dc6259c9c5c930e321b464fbb2937e853';

CREATE TRIGGER pgtrigger_insert_insert_0928f AFTER INSERT ON public.incubators_specialday FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0928f();

COMMENT ON TRIGGER pgtrigger_insert_insert_0928f ON public.incubators_specialday IS '7d594c17df354eda690d8ab798f2b4b5ed5acbc0';

CREATE TRIGGER pgtrigger_insert_insert_0e953 AFTER INSERT ON public.incubators_building FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0e953();

COMMENT ON TRIGGER pgtrigger_insert_insert_0e953 ON public.incubators_building IS '48a6ad509522391467381cd165c820e28be92f70';

CREATE TRIGGER pgtrigger_insert_insert_164e1 AFTER INSERT ON public.incubators_maintenanceplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_164e1();

COMMENT ON TRIGGER pgtrigger_insert_insert_164e1 ON public.incubators_maintenanceplan IS 'fdba7058b364365d2e6082a48cccfaf9856ad0ca';

CREATE TRIGGER pgtrigger_insert_insert_1ae0c AFTER INSERT ON public.blueprints_versionrule FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_1ae0c();

COMMENT ON TRIGGER pgtrigger_insert_insert_1ae0c ON public.blueprints_versionrule IS 'e00d25b95c29cd4ef6cdabf16fccf045daf07d16';

CREATE TRIGGER pgtrigger_insert_insert_1fdd7 AFTER INSERT ON public.trial_fidelityitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_1fdd7();

COMMENT ON TRIGGER pgtrigger_insert_insert_1fdd7 ON public.trial_fidelityitem IS 'bcd21f0f7f3c01d21ba3e8e4731993cc4ef0d742';

CREATE TRIGGER pgtrigger_insert_insert_21b0b AFTER INSERT ON public.incubators_occupation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_21b0b();

COMMENT ON TRIGGER pgtrigger_insert_insert_21b0b ON public.incubators_occupation IS 'd07b068bfe5862253e25551057af30433cf41c52';

CREATE TRIGGER pgtrigger_insert_insert_2286a AFTER INSERT ON public.training_openedmachine FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2286a();

COMMENT ON TRIGGER pgtrigger_insert_insert_2286a ON public.training_openedmachine IS '846022cf04062f0ceb0fd6519e70ca6810bcc87e';

CREATE TRIGGER pgtrigger_insert_insert_22a52 AFTER INSERT ON public.training_attempt FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_22a52();

COMMENT ON TRIGGER pgtrigger_insert_insert_22a52 ON public.training_attempt IS '46a69c6d73a50fe0aeaba5d9b58e968e89b8a417';

CREATE TRIGGER pgtrigger_insert_insert_22be2 AFTER INSERT ON public.blueprints_factor FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_22be2();

COMMENT ON TRIGGER pgtrigger_insert_insert_22be2 ON public.blueprints_factor IS '88a58178f918efff020ed92923f2b09cfc337200';

CREATE TRIGGER pgtrigger_insert_insert_271c9 AFTER INSERT ON public.incubators_plannedcost FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_271c9();

COMMENT ON TRIGGER pgtrigger_insert_insert_271c9 ON public.incubators_plannedcost IS 'adeaf48114b5ec4ddfaaf4a45bdeee883bf0dddb';

CREATE TRIGGER pgtrigger_insert_insert_2d5c1 AFTER INSERT ON public.blueprints_versionpractice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2d5c1();

COMMENT ON TRIGGER pgtrigger_insert_insert_2d5c1 ON public.blueprints_versionpractice IS '009c696310e5fe5e6a1d25963122f536b67a0e17';

CREATE TRIGGER pgtrigger_insert_insert_2f8e4 AFTER INSERT ON public.incubators_authorisation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2f8e4();

COMMENT ON TRIGGER pgtrigger_insert_insert_2f8e4 ON public.incubators_authorisation IS 'b745ce84bd499d062dd9ed7dcf04de7f467e7ab4';

CREATE TRIGGER pgtrigger_insert_insert_37824 AFTER INSERT ON public.blueprints_practice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_37824();

COMMENT ON TRIGGER pgtrigger_insert_insert_37824 ON public.blueprints_practice IS '62f5ad012c4f838db5845bb399c48a2f70e53e68';

CREATE TRIGGER pgtrigger_insert_insert_3daa6 AFTER INSERT ON public.incubators_measure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_3daa6();

COMMENT ON TRIGGER pgtrigger_insert_insert_3daa6 ON public.incubators_measure IS 'cb988aca775ed9e4097502a0041bdc7d18bade2b';

CREATE TRIGGER pgtrigger_insert_insert_406a2 AFTER INSERT ON public.incubators_maintenance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_406a2();

COMMENT ON TRIGGER pgtrigger_insert_insert_406a2 ON public.incubators_maintenance IS 'e7edfe884a01612b1d0a22d784f8baebabfd7956';

CREATE TRIGGER pgtrigger_insert_insert_42e3b AFTER INSERT ON public.incubators_roomplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_42e3b();

COMMENT ON TRIGGER pgtrigger_insert_insert_42e3b ON public.incubators_roomplan IS '6527a263733081fca3eefc79fe4bb3148e0fbb2b';

CREATE TRIGGER pgtrigger_insert_insert_43301 AFTER INSERT ON public.network_unit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_43301();

COMMENT ON TRIGGER pgtrigger_insert_insert_43301 ON public.network_unit IS 'c86ef745a2f7a3d302e74ff12f26a11e440672bc';

CREATE TRIGGER pgtrigger_insert_insert_49dcb AFTER INSERT ON public.incubators_incubator FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_49dcb();

COMMENT ON TRIGGER pgtrigger_insert_insert_49dcb ON public.incubators_incubator IS '8483967846ca7aaad10ff7473bce3fa005a430ec';

CREATE TRIGGER pgtrigger_insert_insert_52cd5 AFTER INSERT ON public.trial_protocolarm FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_52cd5();

COMMENT ON TRIGGER pgtrigger_insert_insert_52cd5 ON public.trial_protocolarm IS '3fdade6cdb059a5fb9b05b69e2b635965ea22165';

CREATE TRIGGER pgtrigger_insert_insert_55d32 AFTER INSERT ON public.incubators_adaptationwork FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_55d32();

COMMENT ON TRIGGER pgtrigger_insert_insert_55d32 ON public.incubators_adaptationwork IS '90080dd1d278359f9d7a8b401d40a70421dbc4b3';

CREATE TRIGGER pgtrigger_insert_insert_5aa18 AFTER INSERT ON public.blueprints_level FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5aa18();

COMMENT ON TRIGGER pgtrigger_insert_insert_5aa18 ON public.blueprints_level IS '792db290ca0c42800a094f13395cfaa6acb286fd';

CREATE TRIGGER pgtrigger_insert_insert_5aae5 AFTER INSERT ON public.blueprints_versiontext FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5aae5();

COMMENT ON TRIGGER pgtrigger_insert_insert_5aae5 ON public.blueprints_versiontext IS '063a69ffca8ae48d0168d4daa0d24eb7a7355d33';

CREATE TRIGGER pgtrigger_insert_insert_5ca66 AFTER INSERT ON public.incubators_equipment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_5ca66();

COMMENT ON TRIGGER pgtrigger_insert_insert_5ca66 ON public.incubators_equipment IS '731b5665415a217f9623f500cdc055d255d73f3e';

CREATE TRIGGER pgtrigger_insert_insert_60ad7 AFTER INSERT ON public.blueprints_exclusion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_60ad7();

COMMENT ON TRIGGER pgtrigger_insert_insert_60ad7 ON public.blueprints_exclusion IS '6ce9e3711c2f76fe35da867cc537f9bf71b4aa1a';

CREATE TRIGGER pgtrigger_insert_insert_637cb AFTER INSERT ON public.incubators_openinghours FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_637cb();

COMMENT ON TRIGGER pgtrigger_insert_insert_637cb ON public.incubators_openinghours IS '2e9774662921b44be54e146350ee4878713678d4';

CREATE TRIGGER pgtrigger_insert_insert_7042e AFTER INSERT ON public.incubators_manual FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_7042e();

COMMENT ON TRIGGER pgtrigger_insert_insert_7042e ON public.incubators_manual IS 'd50ce558740df379cf307ac9e786d45f1678d305';

CREATE TRIGGER pgtrigger_insert_insert_7879c AFTER INSERT ON public.incubators_confirmation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_7879c();

COMMENT ON TRIGGER pgtrigger_insert_insert_7879c ON public.incubators_confirmation IS '519ae75c5de4b1a9a76800dec13bd18787f707e0';

CREATE TRIGGER pgtrigger_insert_insert_7accd AFTER INSERT ON public.trial_deviation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_7accd();

COMMENT ON TRIGGER pgtrigger_insert_insert_7accd ON public.trial_deviation IS '9b39332ef41a93cfe36fd485a8950de7e2fb8dfc';

CREATE TRIGGER pgtrigger_insert_insert_7b123 AFTER INSERT ON public.network_population FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_7b123();

COMMENT ON TRIGGER pgtrigger_insert_insert_7b123 ON public.network_population IS '4c3c8fa3f8e367a02bdb7db371d025392907a998';

CREATE TRIGGER pgtrigger_insert_insert_80494 AFTER INSERT ON public.trial_protocolversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_80494();

COMMENT ON TRIGGER pgtrigger_insert_insert_80494 ON public.trial_protocolversion IS 'e4d1414fa241251b968cb493664b1d2e683c5550';

CREATE TRIGGER pgtrigger_insert_insert_8c23b AFTER INSERT ON public.blueprints_spanninglevel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8c23b();

COMMENT ON TRIGGER pgtrigger_insert_insert_8c23b ON public.blueprints_spanninglevel IS '8a2984b308bd89fa0af95f3e34431aeb628a2887';

CREATE TRIGGER pgtrigger_insert_insert_909c3 AFTER INSERT ON public.training_certificate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_909c3();

COMMENT ON TRIGGER pgtrigger_insert_insert_909c3 ON public.training_certificate IS '39d688743f44d5314a7b8c67e1aaa33a19b4363c';

CREATE TRIGGER pgtrigger_insert_insert_91665 AFTER INSERT ON public.blueprints_spanningfactor FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_91665();

COMMENT ON TRIGGER pgtrigger_insert_insert_91665 ON public.blueprints_spanningfactor IS '8da89ab8ed97fa4b299970c185d78ac305fb9b4d';

CREATE TRIGGER pgtrigger_insert_insert_97bb8 AFTER INSERT ON public.training_checklistitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_97bb8();

COMMENT ON TRIGGER pgtrigger_insert_insert_97bb8 ON public.training_checklistitem IS 'a6d03d83b9548a0ae6f5e93c8b24ca2761788267';

CREATE TRIGGER pgtrigger_insert_insert_9826d AFTER INSERT ON public.training_question FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9826d();

COMMENT ON TRIGGER pgtrigger_insert_insert_9826d ON public.training_question IS 'dd019c4de7aa177683515d0962e73e0d1ff68bf2';

CREATE TRIGGER pgtrigger_insert_insert_98a98 AFTER INSERT ON public.incubators_incident FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_98a98();

COMMENT ON TRIGGER pgtrigger_insert_insert_98a98 ON public.incubators_incident IS '1f92476ffce13c8f743d75bf56aabdfbfe86cb66';

CREATE TRIGGER pgtrigger_insert_insert_9bfb3 AFTER INSERT ON public.incubators_booking FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9bfb3();

COMMENT ON TRIGGER pgtrigger_insert_insert_9bfb3 ON public.incubators_booking IS '9aaa1a1ea5c4fd96d4d705e68bf718a034aa66f8';

CREATE TRIGGER pgtrigger_insert_insert_9f0a5 AFTER INSERT ON public.incubators_orderplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9f0a5();

COMMENT ON TRIGGER pgtrigger_insert_insert_9f0a5 ON public.incubators_orderplan IS '1486f7368acb01f770a0cb1b96fca2943ea1f87e';

CREATE TRIGGER pgtrigger_insert_insert_a4c5f AFTER INSERT ON public.incubators_room FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a4c5f();

COMMENT ON TRIGGER pgtrigger_insert_insert_a4c5f ON public.incubators_room IS 'aa12489298ec225cf05bc1d5eab09a3a773646c2';

CREATE TRIGGER pgtrigger_insert_insert_a9841 AFTER INSERT ON public.incubators_quota FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_a9841();

COMMENT ON TRIGGER pgtrigger_insert_insert_a9841 ON public.incubators_quota IS '9474b03ee7d265db0ce4bbbd0b12b8c7fec1a18c';

CREATE TRIGGER pgtrigger_insert_insert_aa0a7 AFTER INSERT ON public.incubators_waiting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_aa0a7();

COMMENT ON TRIGGER pgtrigger_insert_insert_aa0a7 ON public.incubators_waiting IS '4080cb082c3ff884881e4cd7d616a0054ee3d0e4';

CREATE TRIGGER pgtrigger_insert_insert_ab727 AFTER INSERT ON public.incubators_monthlycost FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ab727();

COMMENT ON TRIGGER pgtrigger_insert_insert_ab727 ON public.incubators_monthlycost IS '896d5081bb2391456f4792c0f60f1162602538d9';

CREATE TRIGGER pgtrigger_insert_insert_b42ab AFTER INSERT ON public.trial_fidelityassessment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b42ab();

COMMENT ON TRIGGER pgtrigger_insert_insert_b42ab ON public.trial_fidelityassessment IS '6f4d5cb825291cc9273f728f7faa12d888d4d7df';

CREATE TRIGGER pgtrigger_insert_insert_b6c2f AFTER INSERT ON public.incubators_conditionspan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b6c2f();

COMMENT ON TRIGGER pgtrigger_insert_insert_b6c2f ON public.incubators_conditionspan IS '39b2dfe791aa77d08d56e2c7675e7bf7984c49b8';

CREATE TRIGGER pgtrigger_insert_insert_bfc1a AFTER INSERT ON public.training_course FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_bfc1a();

COMMENT ON TRIGGER pgtrigger_insert_insert_bfc1a ON public.training_course IS '2247639cead94491e64c872eda7c9b6db9ff122c';

CREATE TRIGGER pgtrigger_insert_insert_c0cd0 AFTER INSERT ON public.blueprints_modelversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c0cd0();

COMMENT ON TRIGGER pgtrigger_insert_insert_c0cd0 ON public.blueprints_modelversion IS 'f51e694a3a62414dd04f826fb9692cce87b5b5a5';

CREATE TRIGGER pgtrigger_insert_insert_c1a12 AFTER INSERT ON public.network_municipality FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c1a12();

COMMENT ON TRIGGER pgtrigger_insert_insert_c1a12 ON public.network_municipality IS '6c79439b4194587ba2be4b2dec09964b10f7fe17';

CREATE TRIGGER pgtrigger_insert_insert_c2793 AFTER INSERT ON public.trial_protocoldocument FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c2793();

COMMENT ON TRIGGER pgtrigger_insert_insert_c2793 ON public.trial_protocoldocument IS 'd7490a5190b52870feaa2c0b68487d6363d350b1';

CREATE TRIGGER pgtrigger_insert_insert_c2fa8 AFTER INSERT ON public.trial_draw FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c2fa8();

COMMENT ON TRIGGER pgtrigger_insert_insert_c2fa8 ON public.trial_draw IS 'e6ebfeeaba65c8cdbc23f5d41b805ce6fa144442';

CREATE TRIGGER pgtrigger_insert_insert_c3fe7 AFTER INSERT ON public.training_enrolment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c3fe7();

COMMENT ON TRIGGER pgtrigger_insert_insert_c3fe7 ON public.training_enrolment IS '617263779051fac66c07a1cecb288acf3f6cb968';

CREATE TRIGGER pgtrigger_insert_insert_c4796 AFTER INSERT ON public.training_courseversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c4796();

COMMENT ON TRIGGER pgtrigger_insert_insert_c4796 ON public.training_courseversion IS '290d2f95b1670d57d24c1109aa06cdad20f16298';

CREATE TRIGGER pgtrigger_insert_insert_c71fd AFTER INSERT ON public.incubators_order FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c71fd();

COMMENT ON TRIGGER pgtrigger_insert_insert_c71fd ON public.incubators_order IS 'ba633517ba797e66fd01b540f7b7933814f5b207';

CREATE TRIGGER pgtrigger_insert_insert_c7ed7 AFTER INSERT ON public.trial_flowevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c7ed7();

COMMENT ON TRIGGER pgtrigger_insert_insert_c7ed7 ON public.trial_flowevent IS '73f4f8255f21380e6c478e9578a6ad3685744776';

CREATE TRIGGER pgtrigger_insert_insert_cc8a9 AFTER INSERT ON public.blueprints_factorpractice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_cc8a9();

COMMENT ON TRIGGER pgtrigger_insert_insert_cc8a9 ON public.blueprints_factorpractice IS '1997b3066c261a3e4c9589b59a64e0fce6fab2ec';

CREATE TRIGGER pgtrigger_insert_insert_cfe41 AFTER INSERT ON public.blueprints_operatingmodel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_cfe41();

COMMENT ON TRIGGER pgtrigger_insert_insert_cfe41 ON public.blueprints_operatingmodel IS 'e491290d673436dbcf23f60f7af31eb27b797078';

CREATE TRIGGER pgtrigger_insert_insert_d1198 AFTER INSERT ON public.blueprints_practicelevel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d1198();

COMMENT ON TRIGGER pgtrigger_insert_insert_d1198 ON public.blueprints_practicelevel IS 'b8104551bc6ba5cc8163440083612309705ecc78';

CREATE TRIGGER pgtrigger_insert_insert_d3dfc AFTER INSERT ON public.network_succession FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d3dfc();

COMMENT ON TRIGGER pgtrigger_insert_insert_d3dfc ON public.network_succession IS '5287c1965f70bfbbdb992fc6cd987a17d3ef7e87';

CREATE TRIGGER pgtrigger_insert_insert_d6c4a AFTER INSERT ON public.training_mentoringpair FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d6c4a();

COMMENT ON TRIGGER pgtrigger_insert_insert_d6c4a ON public.training_mentoringpair IS 'eff11be5ef77f324a447fdc6ae880217e9a0b9ea';

CREATE TRIGGER pgtrigger_insert_insert_d9b6b AFTER INSERT ON public.training_prerequisite FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d9b6b();

COMMENT ON TRIGGER pgtrigger_insert_insert_d9b6b ON public.training_prerequisite IS '3130be14afe409b9ec862399c271baeef7a65ad5';

CREATE TRIGGER pgtrigger_insert_insert_db677 AFTER INSERT ON public.network_partner FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_db677();

COMMENT ON TRIGGER pgtrigger_insert_insert_db677 ON public.network_partner IS '5f63565d02db6063ffc0888375240f239ef1926d';

CREATE TRIGGER pgtrigger_insert_insert_dfc28 AFTER INSERT ON public.network_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_dfc28();

COMMENT ON TRIGGER pgtrigger_insert_insert_dfc28 ON public.network_membership IS '3b7cf083e9b73120b930ce75b23b19f3075b2dd5';

CREATE TRIGGER pgtrigger_insert_insert_dfdc8 AFTER INSERT ON public.incubators_awardroute FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_dfdc8();

COMMENT ON TRIGGER pgtrigger_insert_insert_dfdc8 ON public.incubators_awardroute IS '5aaa0aed81a5b810e56ab550ae28dbc9be12a967';

CREATE TRIGGER pgtrigger_insert_insert_e11b0 AFTER INSERT ON public.incubators_equipmentphoto FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e11b0();

COMMENT ON TRIGGER pgtrigger_insert_insert_e11b0 ON public.incubators_equipmentphoto IS '6406cc139aa1a204955a7e8777f14636f0200a95';

CREATE TRIGGER pgtrigger_insert_insert_e3b74 AFTER INSERT ON public.trial_adaptation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e3b74();

COMMENT ON TRIGGER pgtrigger_insert_insert_e3b74 ON public.trial_adaptation IS '1a7dd6496125d182a4bc7037910098d601678607';

CREATE TRIGGER pgtrigger_insert_insert_e422a AFTER INSERT ON public.blueprints_versionlevel FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e422a();

COMMENT ON TRIGGER pgtrigger_insert_insert_e422a ON public.blueprints_versionlevel IS '455a665b0db8ebc24d46fdf546a3401ef0f59b52';

CREATE TRIGGER pgtrigger_insert_insert_e932a AFTER INSERT ON public.training_session FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e932a();

COMMENT ON TRIGGER pgtrigger_insert_insert_e932a ON public.training_session IS '548c9f5c296996e11a36616594c454f6c2a1082d';

CREATE TRIGGER pgtrigger_insert_insert_ecf74 AFTER INSERT ON public.network_decision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ecf74();

COMMENT ON TRIGGER pgtrigger_insert_insert_ecf74 ON public.network_decision IS '7ba4a74339676b62884820554b31af600a8656ed';

CREATE TRIGGER pgtrigger_insert_insert_f2dbc AFTER INSERT ON public.trial_course FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f2dbc();

COMMENT ON TRIGGER pgtrigger_insert_insert_f2dbc ON public.trial_course IS 'bf24bc0bc28012c03b5ca5dfa2ad7af1c9895b31';

CREATE TRIGGER pgtrigger_insert_insert_f3456 AFTER INSERT ON public.training_attendance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f3456();

COMMENT ON TRIGGER pgtrigger_insert_insert_f3456 ON public.training_attendance IS 'efa4b50cdefaa7caee3da201844e03c017ae1c6e';

CREATE TRIGGER pgtrigger_insert_insert_f4acc AFTER INSERT ON public.network_decisiondocument FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f4acc();

COMMENT ON TRIGGER pgtrigger_insert_insert_f4acc ON public.network_decisiondocument IS '2664a2dec2243199ed11cd4ab9d67d56ced2d584';

CREATE TRIGGER pgtrigger_insert_insert_fd687 AFTER INSERT ON public.training_meeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_fd687();

COMMENT ON TRIGGER pgtrigger_insert_insert_fd687 ON public.training_meeting IS '20b64904d444332677a8528a09019680061e3b4f';

CREATE TRIGGER pgtrigger_is_of_its_session_d94ae BEFORE INSERT OR UPDATE ON public.training_attendance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_is_of_its_session_d94ae();

COMMENT ON TRIGGER pgtrigger_is_of_its_session_d94ae ON public.training_attendance IS 'acc98c10ac644aacef41410944a008cc75f0c2c0';

CREATE TRIGGER pgtrigger_keeps_its_conditions_54681 AFTER INSERT OR UPDATE OF condition ON public.incubators_equipment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_keeps_its_conditions_54681();

COMMENT ON TRIGGER pgtrigger_keeps_its_conditions_54681 ON public.incubators_equipment IS '06e2a421c90f82f7d6f290d93d10c33af842132a';

CREATE TRIGGER pgtrigger_kept_5d1b8 BEFORE DELETE ON public.newsroom_transition FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_5d1b8();

COMMENT ON TRIGGER pgtrigger_kept_5d1b8 ON public.newsroom_transition IS 'd857eb8a6617409da96433b854313b4d6dc04d9c';

CREATE TRIGGER pgtrigger_leaves_no_negative_cost_f88b9 BEFORE INSERT ON public.incubators_costcorrection FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_leaves_no_negative_cost_f88b9();

COMMENT ON TRIGGER pgtrigger_leaves_no_negative_cost_f88b9 ON public.incubators_costcorrection IS '0e8d7e77cff8cc0f63ad8b34f7f34a44aba981b4';

CREATE TRIGGER pgtrigger_lies_on_a_floor_of_its_building_b6106 BEFORE INSERT OR UPDATE OF floor, building_id ON public.incubators_room FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_lies_on_a_floor_of_its_building_b6106();

COMMENT ON TRIGGER pgtrigger_lies_on_a_floor_of_its_building_b6106 ON public.incubators_room IS '4e400294556a961df11aecd5738410da8d6566f3';

CREATE TRIGGER pgtrigger_life_094b3 BEFORE UPDATE ON public.newsroom_comment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_life_094b3();

COMMENT ON TRIGGER pgtrigger_life_094b3 ON public.newsroom_comment IS '4e73a0b57fe8b447ea64f0cf4bb00076e298cc74';

CREATE TRIGGER pgtrigger_never_deleted_cf864 BEFORE DELETE ON public.trial_deviation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_deleted_cf864();

COMMENT ON TRIGGER pgtrigger_never_deleted_cf864 ON public.trial_deviation IS 'f491cdfb8d59e1b48fb11f82e668a8d5b22ed717';

CREATE TRIGGER pgtrigger_never_deleted_df7e1 BEFORE DELETE ON public.trial_draw FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_deleted_df7e1();

COMMENT ON TRIGGER pgtrigger_never_deleted_df7e1 ON public.trial_draw IS '552fb8414572d70e5acc832bcf4ef4a4eb313b48';

CREATE TRIGGER pgtrigger_never_deleted_e92b5 BEFORE DELETE ON public.training_certificate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_deleted_e92b5();

COMMENT ON TRIGGER pgtrigger_never_deleted_e92b5 ON public.training_certificate IS '6229fd004e3549cab9ee42eda491198f83d9c7a4';

CREATE TRIGGER pgtrigger_only_added_b4adc BEFORE DELETE OR UPDATE ON public.trial_adaptation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_only_added_b4adc();

COMMENT ON TRIGGER pgtrigger_only_added_b4adc ON public.trial_adaptation IS '6c6f178e617787302aa7355d3eaf11f51e32986a';

CREATE TRIGGER pgtrigger_only_emptied_3f981 BEFORE UPDATE ON public.training_certificate FOR EACH ROW WHEN (((new.credential IS DISTINCT FROM old.credential) OR ((new.holder_name)::text IS DISTINCT FROM (old.holder_name)::text) OR (new.pdf_lv IS DISTINCT FROM old.pdf_lv) OR (new.pdf_en IS DISTINCT FROM old.pdf_en))) EXECUTE FUNCTION public.pgtrigger_only_emptied_3f981();

COMMENT ON TRIGGER pgtrigger_only_emptied_3f981 ON public.training_certificate IS '9ea398782d2fda0831a1f4dcc62c045e47bc4c12';

CREATE TRIGGER pgtrigger_only_ever_added_17e81 BEFORE DELETE OR UPDATE ON public.incubators_measure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_only_ever_added_17e81();

COMMENT ON TRIGGER pgtrigger_only_ever_added_17e81 ON public.incubators_measure IS 'c53d1ff53c789b730d790f5fa20c53b2b5b3a912';

CREATE TRIGGER pgtrigger_only_feasible_models_57e2d BEFORE INSERT OR UPDATE ON public.trial_course FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_only_feasible_models_57e2d();

COMMENT ON TRIGGER pgtrigger_only_feasible_models_57e2d ON public.trial_course IS '75fda166e309011bb0156cf7f93512c63f537c5a';

CREATE TRIGGER pgtrigger_only_published_da73a BEFORE INSERT OR UPDATE ON public.trial_protocolarm FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_only_published_da73a();

COMMENT ON TRIGGER pgtrigger_only_published_da73a ON public.trial_protocolarm IS '335eff7cafbac7bc0b22181994c1e274f868ffbe';

CREATE TRIGGER pgtrigger_place_is_in_the_session_55df4 BEFORE INSERT OR UPDATE ON public.training_enrolment FOR EACH ROW WHEN ((new.place IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_place_is_in_the_session_55df4();

COMMENT ON TRIGGER pgtrigger_place_is_in_the_session_55df4 ON public.training_enrolment IS 'a48db8e1ecd215711e5fb060cf80fb38375bac63';

CREATE TRIGGER pgtrigger_revoked_once_a5b9d BEFORE UPDATE ON public.training_certificate FOR EACH ROW WHEN (((old.revoked_on IS NOT NULL) AND (new.revoked_on IS DISTINCT FROM old.revoked_on))) EXECUTE FUNCTION public.pgtrigger_revoked_once_a5b9d();

COMMENT ON TRIGGER pgtrigger_revoked_once_a5b9d ON public.training_certificate IS '384a4bb4c6940d0eb844b0a334e256f152f35f34';

CREATE TRIGGER pgtrigger_stays_676ae BEFORE DELETE OR UPDATE ON public.incubators_costcorrection FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_stays_676ae();

COMMENT ON TRIGGER pgtrigger_stays_676ae ON public.incubators_costcorrection IS 'e8de0f43196c955f6f6f26203d76fc7324a8401b';

CREATE TRIGGER pgtrigger_stays_closed_a169e BEFORE DELETE OR UPDATE ON public.incubators_closedmonth FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_stays_closed_a169e();

COMMENT ON TRIGGER pgtrigger_stays_closed_a169e ON public.incubators_closedmonth IS '327e64af350bff8bb0d45ed7125d5ed4244319bc';

CREATE TRIGGER pgtrigger_stays_once_closed_b67f7 BEFORE INSERT OR DELETE OR UPDATE ON public.incubators_monthlycost FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_stays_once_closed_b67f7();

COMMENT ON TRIGGER pgtrigger_stays_once_closed_b67f7 ON public.incubators_monthlycost IS '08ae86ae65f0d7f8103c47bbd5315e317ee5b52e';

CREATE TRIGGER pgtrigger_stays_when_closed_d403c BEFORE DELETE OR UPDATE ON public.incubators_incident FOR EACH ROW WHEN ((old.closed_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_stays_when_closed_d403c();

COMMENT ON TRIGGER pgtrigger_stays_when_closed_d403c ON public.incubators_incident IS 'f8dbf14346421f21322d30c358a5de10663e8057';

CREATE TRIGGER pgtrigger_unchanged_93cba BEFORE UPDATE ON public.newsroom_transition FOR EACH ROW WHEN (((old.id IS DISTINCT FROM new.id) OR (old.comment_id IS DISTINCT FROM new.comment_id) OR (old.at IS DISTINCT FROM new.at) OR ((old.step)::text IS DISTINCT FROM (new.step)::text) OR ((old.before)::text IS DISTINCT FROM (new.before)::text) OR ((old.after)::text IS DISTINCT FROM (new.after)::text) OR ((old.who)::text IS DISTINCT FROM (new.who)::text) OR (old.by_id IS DISTINCT FROM new.by_id) OR (old.detected_by_machine IS DISTINCT FROM new.detected_by_machine) OR ((old.ground)::text IS DISTINCT FROM (new.ground)::text) OR (old.statement IS DISTINCT FROM new.statement) OR (old.notice_id IS DISTINCT FROM new.notice_id) OR (old.undoes_id IS DISTINCT FROM new.undoes_id))) EXECUTE FUNCTION public.pgtrigger_unchanged_93cba();

COMMENT ON TRIGGER pgtrigger_unchanged_93cba ON public.newsroom_transition IS '90d7cf614d29c8764c26c4025c198e31def04605';

CREATE TRIGGER pgtrigger_update_update_00c78 AFTER UPDATE ON public.blueprints_modelversion FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_00c78();

COMMENT ON TRIGGER pgtrigger_update_update_00c78 ON public.blueprints_modelversion IS 'aeff51a8823f1f7f4dd3a334b41c9556976eaf47';

CREATE TRIGGER pgtrigger_update_update_037f0 AFTER UPDATE ON public.trial_draw FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_037f0();

COMMENT ON TRIGGER pgtrigger_update_update_037f0 ON public.trial_draw IS '3a240dda6d6a0da9099d0571b4cda07a70bd131d';

CREATE TRIGGER pgtrigger_update_update_048df AFTER UPDATE ON public.blueprints_spanningfactor FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_048df();

COMMENT ON TRIGGER pgtrigger_update_update_048df ON public.blueprints_spanningfactor IS 'f285dc45ca91a90cb7de13dcc283af8c181f3047';

CREATE TRIGGER pgtrigger_update_update_0bdbc AFTER UPDATE ON public.incubators_room FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0bdbc();

COMMENT ON TRIGGER pgtrigger_update_update_0bdbc ON public.incubators_room IS 'ad6b150fb9d807b6cc5fb667d8821fdfb54a938d';

CREATE TRIGGER pgtrigger_update_update_0fda8 AFTER UPDATE ON public.blueprints_spanninglevel FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0fda8();

COMMENT ON TRIGGER pgtrigger_update_update_0fda8 ON public.blueprints_spanninglevel IS '77956a5cc3378ad5b962cb84b00180c7cb95f984';

CREATE TRIGGER pgtrigger_update_update_136d3 AFTER UPDATE ON public.incubators_quota FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_136d3();

COMMENT ON TRIGGER pgtrigger_update_update_136d3 ON public.incubators_quota IS '467d0bfba63ddc98eea5da967578fd6b3d36a35c';

CREATE TRIGGER pgtrigger_update_update_18e8d AFTER UPDATE ON public.blueprints_versiontext FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_18e8d();

COMMENT ON TRIGGER pgtrigger_update_update_18e8d ON public.blueprints_versiontext IS '32698fc79f21c77c297625dc433c8fcdbdf3d412';

CREATE TRIGGER pgtrigger_update_update_1b4bd AFTER UPDATE ON public.incubators_order FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1b4bd();

COMMENT ON TRIGGER pgtrigger_update_update_1b4bd ON public.incubators_order IS '3e539b493562706e07b6033f654a0c7df35869a5';

CREATE TRIGGER pgtrigger_update_update_1e783 AFTER UPDATE ON public.incubators_specialday FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1e783();

COMMENT ON TRIGGER pgtrigger_update_update_1e783 ON public.incubators_specialday IS '745123a3e8a3c47b46e161471264dcb8a57a3b76';

CREATE TRIGGER pgtrigger_update_update_27da0 AFTER UPDATE ON public.training_course FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_27da0();

COMMENT ON TRIGGER pgtrigger_update_update_27da0 ON public.training_course IS '13612bdabae208d20ab4cb05c98dcee9a8a9a21b';

CREATE TRIGGER pgtrigger_update_update_2bd19 AFTER UPDATE ON public.training_mentoringmeeting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_2bd19();

COMMENT ON TRIGGER pgtrigger_update_update_2bd19 ON public.training_mentoringmeeting IS '6cf363fd020a0639023334cce04fa67b273500a1';

CREATE TRIGGER pgtrigger_update_update_2d725 AFTER UPDATE ON public.blueprints_level FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_2d725();

COMMENT ON TRIGGER pgtrigger_update_update_2d725 ON public.blueprints_level IS '4f48c73fea4183c9a291f00d961b78e01e582308';

CREATE TRIGGER pgtrigger_update_update_30092 AFTER UPDATE ON public.training_certificate FOR EACH ROW WHEN ((((old.code)::text IS DISTINCT FROM (new.code)::text) OR (old.holder_id IS DISTINCT FROM new.holder_id) OR (old.id IS DISTINCT FROM new.id) OR (old.issued_by_id IS DISTINCT FROM new.issued_by_id) OR (old.issued_on IS DISTINCT FROM new.issued_on) OR (old.revoked_by_id IS DISTINCT FROM new.revoked_by_id) OR (old.revoked_on IS DISTINCT FROM new.revoked_on) OR (old.supersedes_id IS DISTINCT FROM new.supersedes_id) OR (old.valid_until IS DISTINCT FROM new.valid_until) OR (old.version_id IS DISTINCT FROM new.version_id))) EXECUTE FUNCTION public.pgtrigger_update_update_30092();

COMMENT ON TRIGGER pgtrigger_update_update_30092 ON public.training_certificate IS '179c2e5b1477c545caf229ae0bad89880b30eddb';

CREATE TRIGGER pgtrigger_update_update_30183 AFTER UPDATE ON public.incubators_maintenanceplan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_30183();

COMMENT ON TRIGGER pgtrigger_update_update_30183 ON public.incubators_maintenanceplan IS '36a08e66fb0e957744ade1ee00eb0bd4fb160f84';

CREATE TRIGGER pgtrigger_update_update_30b82 AFTER UPDATE ON public.incubators_occupation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_30b82();

COMMENT ON TRIGGER pgtrigger_update_update_30b82 ON public.incubators_occupation IS '88ea69207f874ade344c4e1f94e7f738dd7e1410';

CREATE TRIGGER pgtrigger_update_update_33f81 AFTER UPDATE ON public.trial_course FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_33f81();

COMMENT ON TRIGGER pgtrigger_update_update_33f81 ON public.trial_course IS '9b305d5bb090cb75bfb7f376123ae4c3c3e63b6f';

CREATE TRIGGER pgtrigger_update_update_36803 AFTER UPDATE ON public.incubators_building FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_36803();

COMMENT ON TRIGGER pgtrigger_update_update_36803 ON public.incubators_building IS 'ebc04697e78e03ffb9e589f7d6a2a912e3bc13ea';

CREATE TRIGGER pgtrigger_update_update_39c3a AFTER UPDATE ON public.training_enrolment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_39c3a();

COMMENT ON TRIGGER pgtrigger_update_update_39c3a ON public.training_enrolment IS 'f9641db4cb84e458447566c2651556c6b28956d6';

CREATE TRIGGER pgtrigger_update_update_3af87 AFTER UPDATE ON public.blueprints_practice FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3af87();

COMMENT ON TRIGGER pgtrigger_update_update_3af87 ON public.blueprints_practice IS 'babc7a35bde0db16db19fbd82f489ec443ed6b05';

CREATE TRIGGER pgtrigger_update_update_3f8a1 AFTER UPDATE ON public.incubators_equipmentphoto FOR EACH ROW WHEN (((old.added_at IS DISTINCT FROM new.added_at) OR (old.caption IS DISTINCT FROM new.caption) OR (old.equipment_id IS DISTINCT FROM new.equipment_id) OR (old.height IS DISTINCT FROM new.height) OR (old.id IS DISTINCT FROM new.id) OR ((old.sha256)::text IS DISTINCT FROM (new.sha256)::text) OR (old.width IS DISTINCT FROM new.width))) EXECUTE FUNCTION public.pgtrigger_update_update_3f8a1();

COMMENT ON TRIGGER pgtrigger_update_update_3f8a1 ON public.incubators_equipmentphoto IS 'a636a51c093c6833832b67145bdacf1ea852db66';

CREATE TRIGGER pgtrigger_update_update_4047b AFTER UPDATE ON public.trial_fidelityassessment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4047b();

COMMENT ON TRIGGER pgtrigger_update_update_4047b ON public.trial_fidelityassessment IS 'cd9701eb6d0c62063d21d0818005d8d028f2993c';

CREATE TRIGGER pgtrigger_update_update_41d9e AFTER UPDATE ON public.incubators_roomplan FOR EACH ROW WHEN (((old.added_at IS DISTINCT FROM new.added_at) OR (old.height IS DISTINCT FROM new.height) OR (old.id IS DISTINCT FROM new.id) OR (old.room_id IS DISTINCT FROM new.room_id) OR ((old.sha256)::text IS DISTINCT FROM (new.sha256)::text) OR (old.width IS DISTINCT FROM new.width))) EXECUTE FUNCTION public.pgtrigger_update_update_41d9e();

COMMENT ON TRIGGER pgtrigger_update_update_41d9e ON public.incubators_roomplan IS 'bf6b031fb51cf3aae200eaaafd11901b27e1a7f9';

CREATE TRIGGER pgtrigger_update_update_466c5 AFTER UPDATE ON public.network_partner FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_466c5();

COMMENT ON TRIGGER pgtrigger_update_update_466c5 ON public.network_partner IS '98869790af1cb9eb052a4750a91652ef207e8dc7';

CREATE TRIGGER pgtrigger_update_update_4c696 AFTER UPDATE ON public.blueprints_versionrule FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4c696();

COMMENT ON TRIGGER pgtrigger_update_update_4c696 ON public.blueprints_versionrule IS 'acdc7cc30f43d0a67f97bf6d6d239c1c01015c49';

CREATE TRIGGER pgtrigger_update_update_4d472 AFTER UPDATE ON public.network_succession FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4d472();

COMMENT ON TRIGGER pgtrigger_update_update_4d472 ON public.network_succession IS 'c3a7f530e34aa0b800b0a8bdc5b285fe7392722c';

CREATE TRIGGER pgtrigger_update_update_4f7da AFTER UPDATE ON public.training_session FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4f7da();

COMMENT ON TRIGGER pgtrigger_update_update_4f7da ON public.training_session IS '2fc224051c3d48559df749da02cba91907d976d5';

CREATE TRIGGER pgtrigger_update_update_50ec6 AFTER UPDATE ON public.training_openedmachine FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_50ec6();

COMMENT ON TRIGGER pgtrigger_update_update_50ec6 ON public.training_openedmachine IS '5384ab06bfc029f1a9c3ae757badb67b314c6863';

CREATE TRIGGER pgtrigger_update_update_518cb AFTER UPDATE ON public.network_decisiondocument FOR EACH ROW WHEN (((old.added_at IS DISTINCT FROM new.added_at) OR (old.added_by_id IS DISTINCT FROM new.added_by_id) OR (old.decision_id IS DISTINCT FROM new.decision_id) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.public IS DISTINCT FROM new.public) OR ((old.sha256)::text IS DISTINCT FROM (new.sha256)::text) OR (old.size IS DISTINCT FROM new.size) OR ((old.title)::text IS DISTINCT FROM (new.title)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_518cb();

COMMENT ON TRIGGER pgtrigger_update_update_518cb ON public.network_decisiondocument IS '65b81bf4bd1c89debf4323dee3da30547b586a73';

CREATE TRIGGER pgtrigger_update_update_55c33 AFTER UPDATE ON public.trial_fidelityitem FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_55c33();

COMMENT ON TRIGGER pgtrigger_update_update_55c33 ON public.trial_fidelityitem IS '01c0db689aa90dc956360c1759a0dc95ade6d411';

CREATE TRIGGER pgtrigger_update_update_56aa7 AFTER UPDATE ON public.network_membership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_56aa7();

COMMENT ON TRIGGER pgtrigger_update_update_56aa7 ON public.network_membership IS '22e0fe54f80a539477dc588f908a4275bd5f0d2c';

CREATE TRIGGER pgtrigger_update_update_5f126 AFTER UPDATE ON public.incubators_monthlycost FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5f126();

COMMENT ON TRIGGER pgtrigger_update_update_5f126 ON public.incubators_monthlycost IS '47940ac148f1a76d9637172d010b3a94b8520e3d';

CREATE TRIGGER pgtrigger_update_update_5f6be AFTER UPDATE ON public.incubators_incubator FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5f6be();

COMMENT ON TRIGGER pgtrigger_update_update_5f6be ON public.incubators_incubator IS 'ac099e93f93d36275ebbcd7596edbe60a94b4240';

CREATE TRIGGER pgtrigger_update_update_6481f AFTER UPDATE ON public.network_unit FOR EACH ROW WHEN (((old.approximate IS DISTINCT FROM new.approximate) OR ((old.atvk)::text IS DISTINCT FROM (new.atvk)::text) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.latitude IS DISTINCT FROM new.latitude) OR (old.longitude IS DISTINCT FROM new.longitude) OR (old.municipality_id IS DISTINCT FROM new.municipality_id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.period IS DISTINCT FROM new.period))) EXECUTE FUNCTION public.pgtrigger_update_update_6481f();

COMMENT ON TRIGGER pgtrigger_update_update_6481f ON public.network_unit IS '59aaed596e35f856502bdd893e9db693da7ec069';

CREATE TRIGGER pgtrigger_update_update_690d2 AFTER UPDATE ON public.network_municipality FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_690d2();

COMMENT ON TRIGGER pgtrigger_update_update_690d2 ON public.network_municipality IS '9246b5707cf2ce8c16ffc446fca12226fdca61a9';

CREATE TRIGGER pgtrigger_update_update_6c69a AFTER UPDATE ON public.incubators_manual FOR EACH ROW WHEN (((old.added_at IS DISTINCT FROM new.added_at) OR (old.equipment_id IS DISTINCT FROM new.equipment_id) OR (old.id IS DISTINCT FROM new.id) OR ((old.sha256)::text IS DISTINCT FROM (new.sha256)::text) OR (old.size IS DISTINCT FROM new.size) OR ((old.title)::text IS DISTINCT FROM (new.title)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_6c69a();

COMMENT ON TRIGGER pgtrigger_update_update_6c69a ON public.incubators_manual IS 'a4f5dadbdf77e5a48252c23939b8854958a58d51';

CREATE TRIGGER pgtrigger_update_update_6c9c7 AFTER UPDATE ON public.incubators_maintenance FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6c9c7();

COMMENT ON TRIGGER pgtrigger_update_update_6c9c7 ON public.incubators_maintenance IS 'd5ce16f14f3329bab269ef82fc0c474b41fd45c2';

CREATE TRIGGER pgtrigger_update_update_6d561 AFTER UPDATE ON public.blueprints_practicelevel FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6d561();

COMMENT ON TRIGGER pgtrigger_update_update_6d561 ON public.blueprints_practicelevel IS '375242511bbcf3b24d0cf063de1475751f1dc7dd';

CREATE TRIGGER pgtrigger_update_update_77763 AFTER UPDATE ON public.trial_deviation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_77763();

COMMENT ON TRIGGER pgtrigger_update_update_77763 ON public.trial_deviation IS '14aae9225ff5a9546f0bfdb0ecf819be951cfff5';

CREATE TRIGGER pgtrigger_update_update_7d8bf AFTER UPDATE ON public.incubators_authorisation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_7d8bf();

COMMENT ON TRIGGER pgtrigger_update_update_7d8bf ON public.incubators_authorisation IS '7681cbb62b2a1d34885b85422efdd6b1e406998c';

CREATE TRIGGER pgtrigger_update_update_830cb AFTER UPDATE ON public.training_courseversion FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_830cb();

COMMENT ON TRIGGER pgtrigger_update_update_830cb ON public.training_courseversion IS '91b4043e1dccb1f7257f723b9721292002a65113';

CREATE TRIGGER pgtrigger_update_update_84473 AFTER UPDATE ON public.incubators_orderplan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_84473();

COMMENT ON TRIGGER pgtrigger_update_update_84473 ON public.incubators_orderplan IS 'f56f8bb7e115d7a6eeade4b8be6a1d958c95561f';

CREATE TRIGGER pgtrigger_update_update_859b8 AFTER UPDATE ON public.network_decision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_859b8();

COMMENT ON TRIGGER pgtrigger_update_update_859b8 ON public.network_decision IS '90bfa1cf3abd5b4e5d2e676d1f980a2254d5c5b6';

CREATE TRIGGER pgtrigger_update_update_87918 AFTER UPDATE ON public.incubators_conditionspan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_87918();

COMMENT ON TRIGGER pgtrigger_update_update_87918 ON public.incubators_conditionspan IS '9adf0ac86ae12ffc6b1333c8d1039527d283f596';

CREATE TRIGGER pgtrigger_update_update_8b904 AFTER UPDATE ON public.training_attendance FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8b904();

COMMENT ON TRIGGER pgtrigger_update_update_8b904 ON public.training_attendance IS 'ad8d4f8aaf56b6278248438f29a9e1def1dc1e37';

CREATE TRIGGER pgtrigger_update_update_8f9c9 AFTER UPDATE ON public.incubators_measure FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8f9c9();

COMMENT ON TRIGGER pgtrigger_update_update_8f9c9 ON public.incubators_measure IS 'a70427d97f97a129c5786ed5fbf2054e005eea26';

CREATE TRIGGER pgtrigger_update_update_93267 AFTER UPDATE ON public.training_attempt FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_93267();

COMMENT ON TRIGGER pgtrigger_update_update_93267 ON public.training_attempt IS 'ecde814411e97fe5a7c6d840a91874adf0281be3';

CREATE TRIGGER pgtrigger_update_update_9c41c AFTER UPDATE ON public.training_checklistitem FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9c41c();

COMMENT ON TRIGGER pgtrigger_update_update_9c41c ON public.training_checklistitem IS '36355f87c3636e2872760266b2f9304ff5a83c3f';

CREATE TRIGGER pgtrigger_update_update_9d43e AFTER UPDATE ON public.trial_flowevent FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9d43e();

COMMENT ON TRIGGER pgtrigger_update_update_9d43e ON public.trial_flowevent IS '2d9212fea0b1639337c4b0468dfae1ae2eea723d';

CREATE TRIGGER pgtrigger_update_update_9e8d8 AFTER UPDATE ON public.incubators_plannedcost FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9e8d8();

COMMENT ON TRIGGER pgtrigger_update_update_9e8d8 ON public.incubators_plannedcost IS '67d98a6cfce3334433109a7180ddb422c418504b';

CREATE TRIGGER pgtrigger_update_update_a0ed9 AFTER UPDATE ON public.training_meeting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a0ed9();

COMMENT ON TRIGGER pgtrigger_update_update_a0ed9 ON public.training_meeting IS '88825c42d76d5ed641f00e9f4c1b9e471bb58e90';

CREATE TRIGGER pgtrigger_update_update_a638c AFTER UPDATE ON public.incubators_openinghours FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a638c();

COMMENT ON TRIGGER pgtrigger_update_update_a638c ON public.incubators_openinghours IS '061147499b51a67894c39d623d201ac78a1fd3b9';

CREATE TRIGGER pgtrigger_update_update_a64bf AFTER UPDATE ON public.trial_adaptation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a64bf();

COMMENT ON TRIGGER pgtrigger_update_update_a64bf ON public.trial_adaptation IS 'dd9678cc6bb4db4fbc8631cb4c2781644878b596';

CREATE TRIGGER pgtrigger_update_update_af7d5 AFTER UPDATE ON public.trial_protocolarm FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_af7d5();

COMMENT ON TRIGGER pgtrigger_update_update_af7d5 ON public.trial_protocolarm IS '46fa7d9eeab524884184aebdeebe1f53bdf903a6';

CREATE TRIGGER pgtrigger_update_update_b0546 AFTER UPDATE ON public.blueprints_versionpractice FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b0546();

COMMENT ON TRIGGER pgtrigger_update_update_b0546 ON public.blueprints_versionpractice IS 'e00b263853048e3b037da191e498dd6f646204fe';

CREATE TRIGGER pgtrigger_update_update_b61dc AFTER UPDATE ON public.incubators_incident FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b61dc();

COMMENT ON TRIGGER pgtrigger_update_update_b61dc ON public.incubators_incident IS 'c055286c689567783890e7442b68f4d66dd5ff05';

CREATE TRIGGER pgtrigger_update_update_b7bae AFTER UPDATE ON public.blueprints_exclusion FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b7bae();

COMMENT ON TRIGGER pgtrigger_update_update_b7bae ON public.blueprints_exclusion IS 'b11e8ec8db5150620679259966f253e87db966d2';

CREATE TRIGGER pgtrigger_update_update_b9012 AFTER UPDATE ON public.incubators_adaptationwork FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b9012();

COMMENT ON TRIGGER pgtrigger_update_update_b9012 ON public.incubators_adaptationwork IS '2db4a12e6894213e76efa6b6784a1aed50a0d93b';

CREATE TRIGGER pgtrigger_update_update_ba4bd AFTER UPDATE ON public.training_mentoringpair FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_ba4bd();

COMMENT ON TRIGGER pgtrigger_update_update_ba4bd ON public.training_mentoringpair IS '2da2728e497418c1c20f652dac87883ddb0c93c5';

CREATE TRIGGER pgtrigger_update_update_bd5cc AFTER UPDATE ON public.blueprints_versionlevel FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_bd5cc();

COMMENT ON TRIGGER pgtrigger_update_update_bd5cc ON public.blueprints_versionlevel IS 'd03440decde717c6dc36d239f0515425008363fc';

CREATE TRIGGER pgtrigger_update_update_bfea1 AFTER UPDATE ON public.network_statementcheck FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_bfea1();

COMMENT ON TRIGGER pgtrigger_update_update_bfea1 ON public.network_statementcheck IS 'fe501a958a0fac4dca479e4c1876a665f8a9bba2';

CREATE TRIGGER pgtrigger_update_update_c1593 AFTER UPDATE ON public.incubators_waiting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c1593();

COMMENT ON TRIGGER pgtrigger_update_update_c1593 ON public.incubators_waiting IS '34d7649dd362c330e6ca8f3eb3fcad8d2433210f';

CREATE TRIGGER pgtrigger_update_update_c21c8 AFTER UPDATE ON public.network_population FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c21c8();

COMMENT ON TRIGGER pgtrigger_update_update_c21c8 ON public.network_population IS 'af797a503ba0c9d2e9f306627f298b688d3f6a38';

CREATE TRIGGER pgtrigger_update_update_c7c32 AFTER UPDATE ON public.incubators_equipment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c7c32();

COMMENT ON TRIGGER pgtrigger_update_update_c7c32 ON public.incubators_equipment IS 'b1a9a167541ac45c9fef767a8132982f499796e9';

CREATE TRIGGER pgtrigger_update_update_cd1ca AFTER UPDATE ON public.blueprints_factor FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_cd1ca();

COMMENT ON TRIGGER pgtrigger_update_update_cd1ca ON public.blueprints_factor IS '75a94b7fe2579a72969db8069b3c830066a0d0b0';

CREATE TRIGGER pgtrigger_update_update_d9db5 AFTER UPDATE ON public.incubators_confirmation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d9db5();

COMMENT ON TRIGGER pgtrigger_update_update_d9db5 ON public.incubators_confirmation IS '1d0c21b63ef65dd9a429aadafa814eab2e30bfb4';

CREATE TRIGGER pgtrigger_update_update_dd2dc AFTER UPDATE ON public.training_prerequisite FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_dd2dc();

COMMENT ON TRIGGER pgtrigger_update_update_dd2dc ON public.training_prerequisite IS 'cd747c6c9df0d584a5e0bd10ba42c26ac643681f';

CREATE TRIGGER pgtrigger_update_update_df17b AFTER UPDATE ON public.trial_protocoldocument FOR EACH ROW WHEN (((old.added_at IS DISTINCT FROM new.added_at) OR (old.added_by_id IS DISTINCT FROM new.added_by_id) OR (old.id IS DISTINCT FROM new.id) OR (old.protocol_id IS DISTINCT FROM new.protocol_id) OR (old.public IS DISTINCT FROM new.public) OR ((old.sha256)::text IS DISTINCT FROM (new.sha256)::text) OR (old.size IS DISTINCT FROM new.size) OR ((old.title)::text IS DISTINCT FROM (new.title)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_df17b();

COMMENT ON TRIGGER pgtrigger_update_update_df17b ON public.trial_protocoldocument IS '4bdf75678dcdfef94a2cdf3d8347127dc748ef2b';

CREATE TRIGGER pgtrigger_update_update_e3ef2 AFTER UPDATE ON public.blueprints_factorpractice FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e3ef2();

COMMENT ON TRIGGER pgtrigger_update_update_e3ef2 ON public.blueprints_factorpractice IS '8fc60365a8a26d0592ab0ba6995ae9403f8bfd35';

CREATE TRIGGER pgtrigger_update_update_e4415 AFTER UPDATE ON public.blueprints_operatingmodel FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e4415();

COMMENT ON TRIGGER pgtrigger_update_update_e4415 ON public.blueprints_operatingmodel IS '6d843dfe05ecd8063853bb55dcd99852b1ed1c42';

CREATE TRIGGER pgtrigger_update_update_e447f AFTER UPDATE ON public.training_question FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e447f();

COMMENT ON TRIGGER pgtrigger_update_update_e447f ON public.training_question IS 'fc5ecf721689740f1e4049508f1e30fc8450df1e';

CREATE TRIGGER pgtrigger_update_update_f6cd3 AFTER UPDATE ON public.incubators_booking FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f6cd3();

COMMENT ON TRIGGER pgtrigger_update_update_f6cd3 ON public.incubators_booking IS '31a69571b8a713f98128be1cb98c56bda5a744cd';

CREATE TRIGGER pgtrigger_update_update_fbd10 AFTER UPDATE ON public.trial_protocolversion FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_fbd10();

COMMENT ON TRIGGER pgtrigger_update_update_fbd10 ON public.trial_protocolversion IS '515c184646c0436febbdab661fe829461d7836b0';

CREATE TRIGGER pgtrigger_update_update_fef57 AFTER UPDATE ON public.incubators_awardroute FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_fef57();

COMMENT ON TRIGGER pgtrigger_update_update_fef57 ON public.incubators_awardroute IS 'e7256c329d1e16f56eb33a2dda366ee44d108798';

CREATE TRIGGER pgtrigger_words_stay_ff009 BEFORE UPDATE ON public.trial_deviation FOR EACH ROW WHEN (((old.id IS DISTINCT FROM new.id) OR (old.protocol_id IS DISTINCT FROM new.protocol_id) OR ((old.item)::text IS DISTINCT FROM (new.item)::text) OR (old.planned IS DISTINCT FROM new.planned) OR (old.actual IS DISTINCT FROM new.actual) OR (old.reason IS DISTINCT FROM new.reason) OR (old.happened_on IS DISTINCT FROM new.happened_on) OR ((old.seen)::text IS DISTINCT FROM (new.seen)::text) OR ((old.bias)::text IS DISTINCT FROM (new.bias)::text) OR (old.sensitivity IS DISTINCT FROM new.sensitivity) OR (old.claims IS DISTINCT FROM new.claims) OR (old.corrects_id IS DISTINCT FROM new.corrects_id) OR (old.recorded_at IS DISTINCT FROM new.recorded_at) OR (old.recorded_by_id IS DISTINCT FROM new.recorded_by_id))) EXECUTE FUNCTION public.pgtrigger_words_stay_ff009();

COMMENT ON TRIGGER pgtrigger_words_stay_ff009 ON public.trial_deviation IS '415213aecc2369cc7b452ed740162ddd91a3957d';

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_authorisation
    ADD CONSTRAINT authorisation_of_its_incubators_equipment FOREIGN KEY (equipment_id, incubator_id) REFERENCES public.incubators_equipment(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_exclusion
    ADD CONSTRAINT blueprints_exclusion_first_id_97206fcd_fk_blueprints_level_id FOREIGN KEY (first_id) REFERENCES public.blueprints_level(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_exclusion
    ADD CONSTRAINT blueprints_exclusion_second_id_58f71fe2_fk_blueprints_level_id FOREIGN KEY (second_id) REFERENCES public.blueprints_level(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_factorpractice
    ADD CONSTRAINT blueprints_factorpra_factor_id_8a6c0b5e_fk_blueprint FOREIGN KEY (factor_id) REFERENCES public.blueprints_factor(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_factorpractice
    ADD CONSTRAINT blueprints_factorpra_practice_id_3b2921af_fk_blueprint FOREIGN KEY (practice_id) REFERENCES public.blueprints_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_level
    ADD CONSTRAINT blueprints_level_factor_id_d7cdeb71_fk_blueprints_factor_id FOREIGN KEY (factor_id) REFERENCES public.blueprints_factor(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_modelversion
    ADD CONSTRAINT blueprints_modelvers_model_id_69a6dec2_fk_blueprint FOREIGN KEY (model_id) REFERENCES public.blueprints_operatingmodel(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_modelversion
    ADD CONSTRAINT blueprints_modelvers_published_by_id_52f82676_fk_network_u FOREIGN KEY (published_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_practicelevel
    ADD CONSTRAINT blueprints_practicel_factor_id_a7519633_fk_blueprint FOREIGN KEY (factor_id) REFERENCES public.blueprints_factor(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_practicelevel
    ADD CONSTRAINT blueprints_practicel_level_id_d13a31df_fk_blueprint FOREIGN KEY (level_id) REFERENCES public.blueprints_level(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_practicelevel
    ADD CONSTRAINT blueprints_practicel_practice_id_9b0ca45b_fk_blueprint FOREIGN KEY (practice_id) REFERENCES public.blueprints_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_spanninglevel
    ADD CONSTRAINT blueprints_spanningl_level_id_b9deded0_fk_blueprint FOREIGN KEY (level_id) REFERENCES public.blueprints_level(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_spanninglevel
    ADD CONSTRAINT blueprints_spanningl_spanning_id_70984aea_fk_blueprint FOREIGN KEY (spanning_id) REFERENCES public.blueprints_spanningfactor(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_versionlevel
    ADD CONSTRAINT blueprints_versionle_factor_id_9384c225_fk_blueprint FOREIGN KEY (factor_id) REFERENCES public.blueprints_factor(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_versionlevel
    ADD CONSTRAINT blueprints_versionle_level_id_7c44621f_fk_blueprint FOREIGN KEY (level_id) REFERENCES public.blueprints_level(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_versionlevel
    ADD CONSTRAINT blueprints_versionle_version_id_f05ea26a_fk_blueprint FOREIGN KEY (version_id) REFERENCES public.blueprints_modelversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_versionpractice
    ADD CONSTRAINT blueprints_versionpr_practice_id_f50faf85_fk_blueprint FOREIGN KEY (practice_id) REFERENCES public.blueprints_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_versionpractice
    ADD CONSTRAINT blueprints_versionpr_version_id_7d72a424_fk_blueprint FOREIGN KEY (version_id) REFERENCES public.blueprints_modelversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_versionrule
    ADD CONSTRAINT blueprints_versionru_version_id_d3dd7808_fk_blueprint FOREIGN KEY (version_id) REFERENCES public.blueprints_modelversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_versiontext
    ADD CONSTRAINT blueprints_versionte_version_id_41130183_fk_blueprint FOREIGN KEY (version_id) REFERENCES public.blueprints_modelversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_costcorrection
    ADD CONSTRAINT correction_is_of_a_closed_month FOREIGN KEY (incubator_id, month) REFERENCES public.incubators_closedmonth(incubator_id, month);

ALTER TABLE ONLY public.incubators_equipment
    ADD CONSTRAINT equipment_stands_in_a_room_of_its_incubator FOREIGN KEY (room_id, incubator_id) REFERENCES public.incubators_room(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_incident
    ADD CONSTRAINT incident_in_a_room_of_its_incubator FOREIGN KEY (room_id, incubator_id) REFERENCES public.incubators_room(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_incident
    ADD CONSTRAINT incident_with_equipment_of_its_incubator FOREIGN KEY (equipment_id, incubator_id) REFERENCES public.incubators_equipment(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_adaptationwork
    ADD CONSTRAINT incubators_adaptatio_building_id_27fe9d12_fk_incubator FOREIGN KEY (building_id) REFERENCES public.incubators_building(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_adaptationwork
    ADD CONSTRAINT incubators_adaptatio_incubator_id_e5a556ba_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_authorisation
    ADD CONSTRAINT incubators_authorisa_ended_by_id_ccf123f0_fk_network_u FOREIGN KEY (ended_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_authorisation
    ADD CONSTRAINT incubators_authorisa_equipment_id_8e79869c_fk_incubator FOREIGN KEY (equipment_id) REFERENCES public.incubators_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_authorisation
    ADD CONSTRAINT incubators_authorisa_given_by_id_d16bb071_fk_network_u FOREIGN KEY (given_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_authorisation
    ADD CONSTRAINT incubators_authorisa_incubator_id_9c6a99ba_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_authorisation
    ADD CONSTRAINT incubators_authorisation_person_id_641de3d1_fk_network_user_id FOREIGN KEY (person_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_booking
    ADD CONSTRAINT incubators_booking_booked_by_id_3337f3d5_fk_network_user_id FOREIGN KEY (booked_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_booking
    ADD CONSTRAINT incubators_booking_incubator_id_c5159351_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_booking
    ADD CONSTRAINT incubators_booking_used_by_id_b32d6e44_fk_network_user_id FOREIGN KEY (used_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_building
    ADD CONSTRAINT incubators_building_incubator_id_4220fd54_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_closedmonth
    ADD CONSTRAINT incubators_closedmon_incubator_id_8dc94145_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_closedmonth
    ADD CONSTRAINT incubators_closedmonth_closed_by_id_39e93eb5_fk_network_user_id FOREIGN KEY (closed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_conditionspan
    ADD CONSTRAINT incubators_condition_equipment_id_5b779299_fk_incubator FOREIGN KEY (equipment_id) REFERENCES public.incubators_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_confirmation
    ADD CONSTRAINT incubators_confirmat_confirmed_by_id_f9bd9d24_fk_network_u FOREIGN KEY (confirmed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_confirmation
    ADD CONSTRAINT incubators_confirmat_incubator_id_04cc8597_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_costcorrection
    ADD CONSTRAINT incubators_costcorre_entered_by_id_d67e7779_fk_network_u FOREIGN KEY (entered_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_costcorrection
    ADD CONSTRAINT incubators_costcorre_incubator_id_bb2c816e_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_equipmentphoto
    ADD CONSTRAINT incubators_equipment_equipment_id_2ff24a48_fk_incubator FOREIGN KEY (equipment_id) REFERENCES public.incubators_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_equipment
    ADD CONSTRAINT incubators_equipment_incubator_id_ca001ad3_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_equipment
    ADD CONSTRAINT incubators_equipment_room_id_1bdb165c_fk_incubators_room_id FOREIGN KEY (room_id) REFERENCES public.incubators_room(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_feed
    ADD CONSTRAINT incubators_feed_incubator_id_4c4f2500_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_feed
    ADD CONSTRAINT incubators_feed_owner_id_a5d108f9_fk_network_user_id FOREIGN KEY (owner_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_incident
    ADD CONSTRAINT incubators_incident_closed_by_id_2c11b145_fk_network_user_id FOREIGN KEY (closed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_incident
    ADD CONSTRAINT incubators_incident_equipment_id_5edead98_fk_incubator FOREIGN KEY (equipment_id) REFERENCES public.incubators_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_incident
    ADD CONSTRAINT incubators_incident_incubator_id_a02e4283_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_incident
    ADD CONSTRAINT incubators_incident_recorded_by_id_99f632ed_fk_network_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_incident
    ADD CONSTRAINT incubators_incident_room_id_3599bc51_fk_incubators_room_id FOREIGN KEY (room_id) REFERENCES public.incubators_room(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_incubator
    ADD CONSTRAINT incubators_incubator_municipality_id_93615257_fk_network_m FOREIGN KEY (municipality_id) REFERENCES public.network_municipality(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_maintenance
    ADD CONSTRAINT incubators_maintenan_equipment_id_7cb5dbe2_fk_incubator FOREIGN KEY (equipment_id) REFERENCES public.incubators_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_maintenanceplan
    ADD CONSTRAINT incubators_maintenan_equipment_id_881295ec_fk_incubator FOREIGN KEY (equipment_id) REFERENCES public.incubators_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_maintenance
    ADD CONSTRAINT incubators_maintenan_occupation_id_b3e2d059_fk_incubator FOREIGN KEY (occupation_id) REFERENCES public.incubators_occupation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_maintenance
    ADD CONSTRAINT incubators_maintenan_plan_id_91e44f44_fk_incubator FOREIGN KEY (plan_id) REFERENCES public.incubators_maintenanceplan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_manual
    ADD CONSTRAINT incubators_manual_equipment_id_55286edb_fk_incubator FOREIGN KEY (equipment_id) REFERENCES public.incubators_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_measure
    ADD CONSTRAINT incubators_measure_added_by_id_96ae7005_fk_network_user_id FOREIGN KEY (added_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_measure
    ADD CONSTRAINT incubators_measure_incident_id_8f6b8b35_fk_incubator FOREIGN KEY (incident_id) REFERENCES public.incubators_incident(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_monthlycost
    ADD CONSTRAINT incubators_monthlyco_incubator_id_f73b197b_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT incubators_occupatio_booking_id_bb017ba0_fk_incubator FOREIGN KEY (booking_id) REFERENCES public.incubators_booking(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT incubators_occupatio_equipment_id_84b9c2e2_fk_incubator FOREIGN KEY (equipment_id) REFERENCES public.incubators_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT incubators_occupatio_incubator_id_9f29efb4_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT incubators_occupatio_waiting_id_79ee4ff1_fk_incubator FOREIGN KEY (waiting_id) REFERENCES public.incubators_waiting(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT incubators_occupation_instructor_id_6009b6bb_fk_network_user_id FOREIGN KEY (instructor_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT incubators_occupation_room_id_72573a46_fk_incubators_room_id FOREIGN KEY (room_id) REFERENCES public.incubators_room(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_openinghours
    ADD CONSTRAINT incubators_openingho_incubator_id_e58d15fd_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_order
    ADD CONSTRAINT incubators_order_incubator_id_d507d741_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_order
    ADD CONSTRAINT incubators_order_route_id_97ee237f_fk_incubators_awardroute_id FOREIGN KEY (route_id) REFERENCES public.incubators_awardroute(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_orderplan
    ADD CONSTRAINT incubators_orderplan_incubator_id_de64a86d_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_plannedcost
    ADD CONSTRAINT incubators_plannedco_incubator_id_d00ed250_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_quota
    ADD CONSTRAINT incubators_quota_incubator_id_d5922a21_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_quota
    ADD CONSTRAINT incubators_quota_person_id_adecdd19_fk_network_user_id FOREIGN KEY (person_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_room
    ADD CONSTRAINT incubators_room_building_id_e34e6348_fk_incubators_building_id FOREIGN KEY (building_id) REFERENCES public.incubators_building(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_room
    ADD CONSTRAINT incubators_room_incubator_id_c9bcef04_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_roomplan
    ADD CONSTRAINT incubators_roomplan_room_id_1d34f2ee_fk_incubators_room_id FOREIGN KEY (room_id) REFERENCES public.incubators_room(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_specialday
    ADD CONSTRAINT incubators_specialda_incubator_id_491620e4_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_waiting
    ADD CONSTRAINT incubators_waiting_asked_by_id_7b4a6fef_fk_network_user_id FOREIGN KEY (asked_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_waiting
    ADD CONSTRAINT incubators_waiting_equipment_id_9816ed08_fk_incubator FOREIGN KEY (equipment_id) REFERENCES public.incubators_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_waiting
    ADD CONSTRAINT incubators_waiting_incubator_id_d8e3c383_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_waiting
    ADD CONSTRAINT incubators_waiting_instructor_id_35c9066c_fk_network_user_id FOREIGN KEY (instructor_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_waiting
    ADD CONSTRAINT incubators_waiting_room_id_3e98773c_fk_incubators_room_id FOREIGN KEY (room_id) REFERENCES public.incubators_room(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_maintenance
    ADD CONSTRAINT maintenance_by_a_plan_of_its_equipment FOREIGN KEY (plan_id, equipment_id) REFERENCES public.incubators_maintenanceplan(id, equipment_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_maintenance
    ADD CONSTRAINT maintenance_in_hours_of_its_equipment FOREIGN KEY (occupation_id, equipment_id) REFERENCES public.incubators_occupation(id, equipment_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_auditevent
    ADD CONSTRAINT network_auditevent_by_id_2a9f6e34_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_auditevent
    ADD CONSTRAINT network_auditevent_municipality_id_ff0d26b2_fk_network_m FOREIGN KEY (municipality_id) REFERENCES public.network_municipality(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_auditlink
    ADD CONSTRAINT network_auditlink_event_id_e99dfc88_fk_network_auditevent_id FOREIGN KEY (event_id) REFERENCES public.network_auditevent(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_conductacceptance
    ADD CONSTRAINT network_conductacceptance_user_id_6071704b_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_decision
    ADD CONSTRAINT network_decision_edited_by_id_20019cde_fk_network_user_id FOREIGN KEY (edited_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_decision
    ADD CONSTRAINT network_decision_municipality_id_4e7014cf_fk_network_m FOREIGN KEY (municipality_id) REFERENCES public.network_municipality(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_decision
    ADD CONSTRAINT network_decision_published_by_id_9b5210aa_fk_network_user_id FOREIGN KEY (published_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_decisiondocument
    ADD CONSTRAINT network_decisiondocu_added_by_id_d8cb8f7d_fk_network_u FOREIGN KEY (added_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_decisiondocument
    ADD CONSTRAINT network_decisiondocu_decision_id_acf69b14_fk_network_d FOREIGN KEY (decision_id) REFERENCES public.network_decision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_digest
    ADD CONSTRAINT network_digest_user_id_a2ac1d1c_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT network_membership_partner_id_00880432_fk_network_partner_id FOREIGN KEY (partner_id) REFERENCES public.network_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_membership
    ADD CONSTRAINT network_membership_user_id_9aa84ae2_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_noticechoice
    ADD CONSTRAINT network_noticechoice_user_id_292050dc_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_partner
    ADD CONSTRAINT network_partner_municipality_id_e220cd28_fk_network_m FOREIGN KEY (municipality_id) REFERENCES public.network_municipality(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_population
    ADD CONSTRAINT network_population_unit_id_79d63fb1_fk_network_unit_id FOREIGN KEY (unit_id) REFERENCES public.network_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_statementcheck
    ADD CONSTRAINT network_statementche_checked_by_id_2741ee67_fk_network_u FOREIGN KEY (checked_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_succession
    ADD CONSTRAINT network_succession_predecessor_id_9a2d297b_fk_network_unit_id FOREIGN KEY (predecessor_id) REFERENCES public.network_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_succession
    ADD CONSTRAINT network_succession_successor_id_de3d0b6b_fk_network_unit_id FOREIGN KEY (successor_id) REFERENCES public.network_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_undoable
    ADD CONSTRAINT network_undoable_by_id_99078795_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_unit
    ADD CONSTRAINT network_unit_municipality_id_30cb79fa_fk_network_m FOREIGN KEY (municipality_id) REFERENCES public.network_municipality(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_unsavedtext
    ADD CONSTRAINT network_unsavedtext_user_id_e0df89a6_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_user_groups
    ADD CONSTRAINT network_user_groups_group_id_24710f85_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_user_groups
    ADD CONSTRAINT network_user_groups_user_id_b290f802_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_user_user_permissions
    ADD CONSTRAINT network_user_user_pe_permission_id_3749fcef_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_user_user_permissions
    ADD CONSTRAINT network_user_user_pe_user_id_bcdfaae3_fk_network_u FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_appeal
    ADD CONSTRAINT newsroom_appeal_comment_id_ffa29230_fk_newsroom_comment_id FOREIGN KEY (comment_id) REFERENCES public.newsroom_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_appeal
    ADD CONSTRAINT newsroom_appeal_decided_by_id_1060c256_fk_network_user_id FOREIGN KEY (decided_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_article
    ADD CONSTRAINT newsroom_article_latest_revision_id_1c8a2799_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_article
    ADD CONSTRAINT newsroom_article_live_revision_id_853d738f_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_article
    ADD CONSTRAINT newsroom_article_locked_by_id_6d0cc75b_fk_network_user_id FOREIGN KEY (locked_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_article_municipalities
    ADD CONSTRAINT newsroom_article_mun_article_id_eef36596_fk_newsroom_ FOREIGN KEY (article_id) REFERENCES public.newsroom_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_article_municipalities
    ADD CONSTRAINT newsroom_article_mun_municipality_id_df2ec4d8_fk_network_m FOREIGN KEY (municipality_id) REFERENCES public.network_municipality(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_article
    ADD CONSTRAINT newsroom_article_picture_id_c1baf4db_fk_wagtailimages_image_id FOREIGN KEY (picture_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_article_related
    ADD CONSTRAINT newsroom_article_rel_from_article_id_c97f70c7_fk_newsroom_ FOREIGN KEY (from_article_id) REFERENCES public.newsroom_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_article_related
    ADD CONSTRAINT newsroom_article_rel_to_article_id_b0611337_fk_newsroom_ FOREIGN KEY (to_article_id) REFERENCES public.newsroom_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_article_topics
    ADD CONSTRAINT newsroom_article_top_article_id_66eb0813_fk_newsroom_ FOREIGN KEY (article_id) REFERENCES public.newsroom_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_article_topics
    ADD CONSTRAINT newsroom_article_topics_topic_id_9d63b4eb_fk_newsroom_topic_id FOREIGN KEY (topic_id) REFERENCES public.newsroom_topic(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_ban
    ADD CONSTRAINT newsroom_ban_answered_by_id_032c05bb_fk_network_user_id FOREIGN KEY (answered_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_ban
    ADD CONSTRAINT newsroom_ban_article_id_b5e5d3b4_fk_newsroom_article_id FOREIGN KEY (article_id) REFERENCES public.newsroom_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_ban
    ADD CONSTRAINT newsroom_ban_by_id_26b549f1_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_ban
    ADD CONSTRAINT newsroom_ban_comment_id_dadc4c75_fk_newsroom_comment_id FOREIGN KEY (comment_id) REFERENCES public.newsroom_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_ban
    ADD CONSTRAINT newsroom_ban_lifted_by_id_19de2d06_fk_network_user_id FOREIGN KEY (lifted_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_ban
    ADD CONSTRAINT newsroom_ban_user_id_0e2dc0e9_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_banner_municipalities
    ADD CONSTRAINT newsroom_banner_muni_banner_id_de142829_fk_newsroom_ FOREIGN KEY (banner_id) REFERENCES public.newsroom_banner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_banner_municipalities
    ADD CONSTRAINT newsroom_banner_muni_municipality_id_a7ed379f_fk_network_m FOREIGN KEY (municipality_id) REFERENCES public.network_municipality(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_banner
    ADD CONSTRAINT newsroom_banner_narrow_id_feb219c0_fk_wagtailimages_image_id FOREIGN KEY (narrow_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_banner
    ADD CONSTRAINT newsroom_banner_wide_id_2acf4f57_fk_wagtailimages_image_id FOREIGN KEY (wide_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_comment
    ADD CONSTRAINT newsroom_comment_article_id_51193d5f_fk_newsroom_article_id FOREIGN KEY (article_id) REFERENCES public.newsroom_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_comment
    ADD CONSTRAINT newsroom_comment_author_id_63bb6ba6_fk_network_user_id FOREIGN KEY (author_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_comment
    ADD CONSTRAINT newsroom_comment_claimed_by_id_b9434c1c_fk_network_user_id FOREIGN KEY (claimed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_comment
    ADD CONSTRAINT newsroom_comment_parent_id_16b08355_fk_newsroom_comment_id FOREIGN KEY (parent_id) REFERENCES public.newsroom_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_comment
    ADD CONSTRAINT newsroom_comment_root_id_53e395ee_fk_newsroom_comment_id FOREIGN KEY (root_id) REFERENCES public.newsroom_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_discussion
    ADD CONSTRAINT newsroom_discussion_article_id_fc03e53e_fk_newsroom_article_id FOREIGN KEY (article_id) REFERENCES public.newsroom_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_letter
    ADD CONSTRAINT newsroom_letter_ban_id_e477e195_fk_newsroom_ban_id FOREIGN KEY (ban_id) REFERENCES public.newsroom_ban(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_letter
    ADD CONSTRAINT newsroom_letter_notice_id_e1278640_fk_newsroom_notice_id FOREIGN KEY (notice_id) REFERENCES public.newsroom_notice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_letter
    ADD CONSTRAINT newsroom_letter_step_id_6adc116d_fk_newsroom_transition_id FOREIGN KEY (step_id) REFERENCES public.newsroom_transition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_notice
    ADD CONSTRAINT newsroom_notice_comment_id_2944c8d8_fk_newsroom_comment_id FOREIGN KEY (comment_id) REFERENCES public.newsroom_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_notice
    ADD CONSTRAINT newsroom_notice_decided_by_id_90f306e7_fk_network_user_id FOREIGN KEY (decided_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_report
    ADD CONSTRAINT newsroom_report_by_id_61aaa99b_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_report
    ADD CONSTRAINT newsroom_report_comment_id_9825f574_fk_newsroom_comment_id FOREIGN KEY (comment_id) REFERENCES public.newsroom_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_transition
    ADD CONSTRAINT newsroom_transition_by_id_e062c615_fk_network_user_id FOREIGN KEY (by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_transition
    ADD CONSTRAINT newsroom_transition_comment_id_6a8cd87c_fk_newsroom_comment_id FOREIGN KEY (comment_id) REFERENCES public.newsroom_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_transition
    ADD CONSTRAINT newsroom_transition_notice_id_783a4a63_fk_newsroom_notice_id FOREIGN KEY (notice_id) REFERENCES public.newsroom_notice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.newsroom_transition
    ADD CONSTRAINT newsroom_transition_undoes_id_a5e2df28_fk_newsroom_ FOREIGN KEY (undoes_id) REFERENCES public.newsroom_transition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT occupation_for_who_waits_at_its_incubator FOREIGN KEY (waiting_id, incubator_id) REFERENCES public.incubators_waiting(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT occupation_of_its_incubators_booking FOREIGN KEY (booking_id, incubator_id) REFERENCES public.incubators_booking(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT occupation_of_its_incubators_equipment FOREIGN KEY (equipment_id, incubator_id) REFERENCES public.incubators_equipment(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT occupation_of_its_incubators_room FOREIGN KEY (room_id, incubator_id) REFERENCES public.incubators_room(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_occupation
    ADD CONSTRAINT occupation_stands_with_its_booking FOREIGN KEY (booking_id, stands) REFERENCES public.incubators_booking(id, stands) ON UPDATE CASCADE;

ALTER TABLE ONLY public.blueprints_practicelevel
    ADD CONSTRAINT practice_level_is_one_of_the_factor FOREIGN KEY (level_id, factor_id) REFERENCES public.blueprints_level(id, factor_id);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.incubators_room
    ADD CONSTRAINT room_is_in_a_building_of_its_incubator FOREIGN KEY (building_id, incubator_id) REFERENCES public.incubators_building(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_user_id_8146e70c_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_attempt
    ADD CONSTRAINT training_attempt_enrolment_id_afcd1116_fk_training_enrolment_id FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_enrolment_id_02fe7c07_fk_training_ FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_entered_by_id_7e414a3b_fk_network_user_id FOREIGN KEY (entered_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_meeting_id_586095a0_fk_training_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.training_meeting(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_holder_id_b3170994_fk_network_user_id FOREIGN KEY (holder_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_issued_by_id_f428d89c_fk_network_user_id FOREIGN KEY (issued_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_revoked_by_id_4dd74a0f_fk_network_user_id FOREIGN KEY (revoked_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_supersedes_id_6a5f9f57_fk_training_ FOREIGN KEY (supersedes_id) REFERENCES public.training_certificate(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_version_id_55fd7674_fk_training_ FOREIGN KEY (version_id) REFERENCES public.training_courseversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_checklistitem
    ADD CONSTRAINT training_checklistit_version_id_892c986b_fk_training_ FOREIGN KEY (version_id) REFERENCES public.training_courseversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_courseversion
    ADD CONSTRAINT training_courseversi_published_by_id_5cc92e32_fk_network_u FOREIGN KEY (published_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_courseversion
    ADD CONSTRAINT training_courseversion_course_id_2d2164f7_fk_training_course_id FOREIGN KEY (course_id) REFERENCES public.training_course(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_certificate_id_074b2d02_fk_training_ FOREIGN KEY (certificate_id) REFERENCES public.training_certificate(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_entered_by_id_e4c0e9f7_fk_network_user_id FOREIGN KEY (entered_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_person_id_2d3f65e3_fk_network_user_id FOREIGN KEY (person_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_session_id_68f2f4bc_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_enrolment
    ADD CONSTRAINT training_enrolment_signed_by_id_f183c369_fk_network_user_id FOREIGN KEY (signed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_letter
    ADD CONSTRAINT training_letter_enrolment_id_4c5a23a6_fk_training_enrolment_id FOREIGN KEY (enrolment_id) REFERENCES public.training_enrolment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_meeting
    ADD CONSTRAINT training_meeting_session_id_15f2044b_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentorhours
    ADD CONSTRAINT training_mentorhours_offer_id_23e5ec1f_fk_training_ FOREIGN KEY (offer_id) REFERENCES public.training_mentoroffer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentoringmeeting
    ADD CONSTRAINT training_mentoringme_pair_id_be96d622_fk_training_ FOREIGN KEY (pair_id) REFERENCES public.training_mentoringpair(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentoringmeeting
    ADD CONSTRAINT training_mentoringme_recorded_by_id_0f174d05_fk_network_u FOREIGN KEY (recorded_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentoringnote
    ADD CONSTRAINT training_mentoringno_pair_id_88243601_fk_training_ FOREIGN KEY (pair_id) REFERENCES public.training_mentoringpair(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentoringnote
    ADD CONSTRAINT training_mentoringno_written_by_id_0fa95952_fk_network_u FOREIGN KEY (written_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentoringpair
    ADD CONSTRAINT training_mentoringpa_confirmed_by_id_6977338a_fk_network_u FOREIGN KEY (confirmed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentoringpair
    ADD CONSTRAINT training_mentoringpa_municipality_id_e615c3d8_fk_network_m FOREIGN KEY (municipality_id) REFERENCES public.network_municipality(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentoringpair
    ADD CONSTRAINT training_mentoringpa_participant_id_138eb3e4_fk_network_u FOREIGN KEY (participant_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentoringpair
    ADD CONSTRAINT training_mentoringpair_mentor_id_340e6b82_fk_network_user_id FOREIGN KEY (mentor_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentoroffer
    ADD CONSTRAINT training_mentoroffer_user_id_f58e9e44_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentorwish
    ADD CONSTRAINT training_mentorwish_municipality_id_21dc5a10_fk_network_m FOREIGN KEY (municipality_id) REFERENCES public.network_municipality(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_mentorwish
    ADD CONSTRAINT training_mentorwish_participant_id_44e4010a_fk_network_user_id FOREIGN KEY (participant_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_openedmachine
    ADD CONSTRAINT training_openedmachi_equipment_id_6a655a04_fk_incubator FOREIGN KEY (equipment_id) REFERENCES public.incubators_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_openedmachine
    ADD CONSTRAINT training_openedmachi_version_id_776e2f7d_fk_training_ FOREIGN KEY (version_id) REFERENCES public.training_courseversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_prerequisite
    ADD CONSTRAINT training_prerequisit_version_id_aa5d3ea1_fk_training_ FOREIGN KEY (version_id) REFERENCES public.training_courseversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_prerequisite
    ADD CONSTRAINT training_prerequisite_course_id_eca03608_fk_training_course_id FOREIGN KEY (course_id) REFERENCES public.training_course(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_question
    ADD CONSTRAINT training_question_version_id_fb5ed238_fk_training_ FOREIGN KEY (version_id) REFERENCES public.training_courseversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_reminder
    ADD CONSTRAINT training_reminder_certificate_id_9a0fe209_fk_training_ FOREIGN KEY (certificate_id) REFERENCES public.training_certificate(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_cancelled_by_id_4b16aa95_fk_network_user_id FOREIGN KEY (cancelled_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_room_id_8def7a16_fk_incubators_room_id FOREIGN KEY (room_id) REFERENCES public.incubators_room(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_trainer_id_968f952f_fk_network_user_id FOREIGN KEY (trainer_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_version_id_d3e6e6ef_fk_training_ FOREIGN KEY (version_id) REFERENCES public.training_courseversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_adaptation
    ADD CONSTRAINT trial_adaptation_incubator_id_6e851b0a_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_adaptation
    ADD CONSTRAINT trial_adaptation_recorded_by_id_4ae1061d_fk_network_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_adaptation
    ADD CONSTRAINT trial_adaptation_version_id_6fa08503_fk_blueprint FOREIGN KEY (version_id) REFERENCES public.blueprints_modelversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_course
    ADD CONSTRAINT trial_course_arm_id_a31907f3_fk_trial_protocolarm_id FOREIGN KEY (arm_id) REFERENCES public.trial_protocolarm(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_course
    ADD CONSTRAINT trial_course_draw_id_9145bb1d_fk_trial_draw_id FOREIGN KEY (draw_id) REFERENCES public.trial_draw(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_course
    ADD CONSTRAINT trial_course_incubator_id_034f2ea7_fk_incubators_incubator_id FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_deviation
    ADD CONSTRAINT trial_deviation_approved_by_id_8856e348_fk_network_user_id FOREIGN KEY (approved_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_deviation
    ADD CONSTRAINT trial_deviation_corrects_id_3d97e173_fk_trial_deviation_id FOREIGN KEY (corrects_id) REFERENCES public.trial_deviation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_deviation
    ADD CONSTRAINT trial_deviation_protocol_id_c738ca99_fk_trial_pro FOREIGN KEY (protocol_id) REFERENCES public.trial_protocolversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_deviation
    ADD CONSTRAINT trial_deviation_recorded_by_id_e28554c5_fk_network_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_draw
    ADD CONSTRAINT trial_draw_committed_by_id_419e61c8_fk_network_user_id FOREIGN KEY (committed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_draw
    ADD CONSTRAINT trial_draw_protocol_id_d68dbdd6_fk_trial_protocolversion_id FOREIGN KEY (protocol_id) REFERENCES public.trial_protocolversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_draw
    ADD CONSTRAINT trial_draw_revealed_by_id_a5fcd0bb_fk_network_user_id FOREIGN KEY (revealed_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_fidelityassessment
    ADD CONSTRAINT trial_fidelityassess_assessor_id_d01b0e35_fk_network_u FOREIGN KEY (assessor_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_fidelityassessment
    ADD CONSTRAINT trial_fidelityassess_incubator_id_e9655be6_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_fidelityitem
    ADD CONSTRAINT trial_fidelityitem_assessment_id_ddb60c26_fk_trial_fid FOREIGN KEY (assessment_id) REFERENCES public.trial_fidelityassessment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_flowevent
    ADD CONSTRAINT trial_flowevent_incubator_id_b3f66d36_fk_incubator FOREIGN KEY (incubator_id) REFERENCES public.incubators_incubator(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_flowevent
    ADD CONSTRAINT trial_flowevent_recorded_by_id_f770ae95_fk_network_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_protocolarm
    ADD CONSTRAINT trial_protocolarm_protocol_id_f81082f6_fk_trial_pro FOREIGN KEY (protocol_id) REFERENCES public.trial_protocolversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_protocolarm
    ADD CONSTRAINT trial_protocolarm_version_id_39371b0f_fk_blueprint FOREIGN KEY (version_id) REFERENCES public.blueprints_modelversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_protocoldocument
    ADD CONSTRAINT trial_protocoldocume_protocol_id_5fa03ac1_fk_trial_pro FOREIGN KEY (protocol_id) REFERENCES public.trial_protocolversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_protocoldocument
    ADD CONSTRAINT trial_protocoldocument_added_by_id_f5a4031f_fk_network_user_id FOREIGN KEY (added_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_protocolversion
    ADD CONSTRAINT trial_protocolversio_registered_by_id_1c59d4ec_fk_network_u FOREIGN KEY (registered_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.trial_protocolversion
    ADD CONSTRAINT trial_protocolversion_created_by_id_7ec71e55_fk_network_user_id FOREIGN KEY (created_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.blueprints_versionlevel
    ADD CONSTRAINT version_level_is_one_of_the_factor FOREIGN KEY (level_id, factor_id) REFERENCES public.blueprints_level(id, factor_id);

ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_user_id_6e1a9b70_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_user_id_b910adc2_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_user_id_49b1141b_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES public.wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_network_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES public.wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_user_id_d0b3b9c3_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES public.wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_network_user_id FOREIGN KEY (locked_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_network_user_id FOREIGN KEY (owner_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_user_id_2409d2f4_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_user_id_89d7def9_fk_network_u FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES public.wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_finished_by_id_13f98229_fk_network_u FOREIGN KEY (finished_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES public.wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_network_u FOREIGN KEY (uploaded_by_user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_network_u FOREIGN KEY (requested_by_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_collection_id_23881625_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_uploaded_by_user_id_17258b41_fk_network_u FOREIGN KEY (uploaded_by_user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_collection_id_c2f8af7e_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_uploaded_by_user_id_5d73dc75_fk_network_u FOREIGN KEY (uploaded_by_user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendit_image_id_3e1fd774_fk_wagtailim FOREIGN KEY (image_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexe_content_type_id_62ed694f_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_59c92331_fk_network_user_id FOREIGN KEY (user_id) REFERENCES public.network_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_waiting
    ADD CONSTRAINT waiting_for_its_incubators_equipment FOREIGN KEY (equipment_id, incubator_id) REFERENCES public.incubators_equipment(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_waiting
    ADD CONSTRAINT waiting_for_its_incubators_room FOREIGN KEY (room_id, incubator_id) REFERENCES public.incubators_room(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.incubators_adaptationwork
    ADD CONSTRAINT work_is_on_a_building_of_its_incubator FOREIGN KEY (building_id, incubator_id) REFERENCES public.incubators_building(id, incubator_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE public.incubators_adaptationwork ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_adaptationworkevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_authorisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_authorisationevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_booking ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_bookingevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_building ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_buildingevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_closedmonth ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_conditionspan ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_conditionspanevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_confirmation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_confirmationevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_costcorrection ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_equipment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_equipmentevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_equipmentphoto ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_equipmentphotoevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_incident ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_incidentevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_maintenance ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_maintenanceevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_maintenanceplan ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_maintenanceplanevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_manual ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_manualevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_measureevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_monthlycost ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_monthlycostevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_occupation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_occupationevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_openinghours ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_openinghoursevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_orderevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_orderplan ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_orderplanevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_plannedcost ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_plannedcostevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_quota ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_quotaevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_room ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_roomevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_roomplan ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_roomplanevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_specialday ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_specialdayevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_waiting ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.incubators_waitingevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_municipality ON public.incubators_adaptationwork USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_adaptationworkevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_authorisation USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_authorisationevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_booking USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_bookingevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_building USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_buildingevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_closedmonth USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_conditionspan USING ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_conditionspanevent USING ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_confirmation USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_confirmationevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_costcorrection USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_equipment USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_equipmentevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_equipmentphoto USING ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_equipmentphotoevent USING ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_incident USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_incidentevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_maintenance USING ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_maintenanceevent USING ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_maintenanceplan USING ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_maintenanceplanevent USING ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_manual USING ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_manualevent USING ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((equipment_id IN ( SELECT incubators_equipment.id
   FROM public.incubators_equipment
  WHERE (incubators_equipment.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_measure USING ((incident_id IN ( SELECT incubators_incident.id
   FROM public.incubators_incident
  WHERE (incubators_incident.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((incident_id IN ( SELECT incubators_incident.id
   FROM public.incubators_incident
  WHERE (incubators_incident.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_measureevent USING ((incident_id IN ( SELECT incubators_incident.id
   FROM public.incubators_incident
  WHERE (incubators_incident.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((incident_id IN ( SELECT incubators_incident.id
   FROM public.incubators_incident
  WHERE (incubators_incident.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_monthlycost USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_monthlycostevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_occupation USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_occupationevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_openinghours USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_openinghoursevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_order USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_orderevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_orderplan USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_orderplanevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_plannedcost USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_plannedcostevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_quota USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_quotaevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_room USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_roomevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_roomplan USING ((room_id IN ( SELECT incubators_room.id
   FROM public.incubators_room
  WHERE (incubators_room.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((room_id IN ( SELECT incubators_room.id
   FROM public.incubators_room
  WHERE (incubators_room.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_roomplanevent USING ((room_id IN ( SELECT incubators_room.id
   FROM public.incubators_room
  WHERE (incubators_room.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))))) WITH CHECK ((room_id IN ( SELECT incubators_room.id
   FROM public.incubators_room
  WHERE (incubators_room.incubator_id IN ( SELECT incubators_incubator.id
           FROM public.incubators_incubator
          WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))))));

CREATE POLICY of_the_municipality ON public.incubators_specialday USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_specialdayevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_waiting USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.incubators_waitingevent USING ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[]))))) WITH CHECK ((incubator_id IN ( SELECT incubators_incubator.id
   FROM public.incubators_incubator
  WHERE (incubators_incubator.municipality_id = ANY (( SELECT public.ligzda_municipalities() AS ligzda_municipalities)::bigint[])))));

CREATE POLICY of_the_municipality ON public.training_mentorhours USING ((offer_id IN ( SELECT training_mentoroffer.id
   FROM public.training_mentoroffer))) WITH CHECK ((offer_id IN ( SELECT training_mentoroffer.id
   FROM public.training_mentoroffer)));

CREATE POLICY of_the_municipality ON public.training_mentoringmeeting USING ((pair_id IN ( SELECT training_mentoringpair.id
   FROM public.training_mentoringpair))) WITH CHECK ((pair_id IN ( SELECT training_mentoringpair.id
   FROM public.training_mentoringpair)));

CREATE POLICY of_the_municipality ON public.training_mentoringmeetingevent USING ((pair_id IN ( SELECT training_mentoringpair.id
   FROM public.training_mentoringpair))) WITH CHECK ((pair_id IN ( SELECT training_mentoringpair.id
   FROM public.training_mentoringpair)));

CREATE POLICY of_the_municipality ON public.training_mentoringnote USING ((pair_id IN ( SELECT training_mentoringpair.id
   FROM public.training_mentoringpair))) WITH CHECK ((pair_id IN ( SELECT training_mentoringpair.id
   FROM public.training_mentoringpair)));

CREATE POLICY of_the_municipality ON public.training_mentoringpair USING (((( SELECT public.ligzda_person() AS ligzda_person) = 0) OR (mentor_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (participant_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (municipality_id = ANY (( SELECT public.training_managed() AS training_managed)::bigint[])))) WITH CHECK (((( SELECT public.ligzda_person() AS ligzda_person) = 0) OR (mentor_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (participant_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (municipality_id = ANY (( SELECT public.training_managed() AS training_managed)::bigint[]))));

CREATE POLICY of_the_municipality ON public.training_mentoringpairevent USING (((( SELECT public.ligzda_person() AS ligzda_person) = 0) OR (mentor_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (participant_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (municipality_id = ANY (( SELECT public.training_managed() AS training_managed)::bigint[])))) WITH CHECK (((( SELECT public.ligzda_person() AS ligzda_person) = 0) OR (mentor_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (participant_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (municipality_id = ANY (( SELECT public.training_managed() AS training_managed)::bigint[]))));

CREATE POLICY of_the_municipality ON public.training_mentoroffer USING (((( SELECT public.ligzda_person() AS ligzda_person) = 0) OR (user_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (( SELECT public.training_managed() AS training_managed) IS NOT NULL) OR (user_id IN ( SELECT training_mentoringpair.mentor_id
   FROM public.training_mentoringpair)))) WITH CHECK (((( SELECT public.ligzda_person() AS ligzda_person) = 0) OR (user_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (( SELECT public.training_managed() AS training_managed) IS NOT NULL) OR (user_id IN ( SELECT training_mentoringpair.mentor_id
   FROM public.training_mentoringpair))));

CREATE POLICY of_the_municipality ON public.training_mentorwish USING (((( SELECT public.ligzda_person() AS ligzda_person) = 0) OR (participant_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (municipality_id = ANY (( SELECT public.training_managed() AS training_managed)::bigint[])))) WITH CHECK (((( SELECT public.ligzda_person() AS ligzda_person) = 0) OR (participant_id = ( SELECT public.ligzda_person() AS ligzda_person)) OR (municipality_id = ANY (( SELECT public.training_managed() AS training_managed)::bigint[]))));

ALTER TABLE public.training_mentorhours ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.training_mentoringmeeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.training_mentoringmeetingevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.training_mentoringnote ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.training_mentoringpair ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.training_mentoringpairevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.training_mentoroffer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.training_mentorwish ENABLE ROW LEVEL SECURITY;

